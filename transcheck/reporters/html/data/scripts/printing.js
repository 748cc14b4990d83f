// On paper the overview holds what it leads to on a screen: the findings of every article.

function printedArticle(position) {
  const article = articleAt(position);
  const entry = INDEX.articles[position];
  const found = visible(position).filter(isWrong);
  if (!found.length) return null;
  return el(
    "section",
    {},
    el("h2", { lang: entry.titleLanguage || undefined }, entry.title || entry.article),
    el(
      "ol",
      {},
      found.map((brief) => {
        const finding = article.byFingerprint.get(brief.fingerprint);
        return el(
          "li",
          {},
          shape(finding.severity),
          ` ${term("family", finding.family)}: `,
          isFact(finding) ? alikeSayings(article, finding) : message(finding),
        );
      }),
    ),
  );
}

const alikeSayings = (article, finding) =>
  sayings(article, finding)
    .map(({ languages, text }) => `${languages.join(", ")} ${text === null ? "∅" : quote(text)}`)
    .join(" · ");

addEventListener("beforeprint", () => {
  if (state.article !== null || live.empty?.()) return;
  byId("main").append(el("div.printed", {}, shownArticles().map(printedArticle).filter(Boolean)));
});
addEventListener("afterprint", () => {
  document.querySelectorAll(".printed").forEach((element) => element.remove());
});
