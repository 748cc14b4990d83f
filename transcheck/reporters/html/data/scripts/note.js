// A note for a chat with the translator: what to correct, where, and the sentence in every edition.

/** What an article is called in an edition. */
function headlineOf(article, n) {
  const first = article.editions[n]?.segments.find((segment) => segment[KIND] === "headline");
  return first ? first[TEXT] : article.article;
}

/** The edition that a finding is to be corrected in: the one that stands alone, else the last. */
function toCorrect(article, finding) {
  const n = article.editions.findIndex((edition) => finding.suspects.includes(edition.language));
  return n < 0 ? article.editions.length - 1 : n;
}

/** A sentence with the words that a finding is about in brackets. */
function bracketed(article, finding, n, index) {
  const text = segmentAt(article, n, index)[TEXT];
  const own = finding.occurrences
    .filter((place) => place[EDITION] === n && place[SEGMENT] === index)
    .filter((place) => place[END] - place[START] < text.length)
    .sort((a, b) => b[START] - a[START]);
  return own.reduce(
    (words, place) =>
      `${words.slice(0, place[START])}[${words.slice(place[START], place[END])}]${words.slice(place[END])}`,
    text,
  );
}

/** Where the article is edited, or this page where it has an address. */
function placeToGo(article, finding, n) {
  const cms = live.editUrl?.(article.article, article.editions[n].language);
  return cms || (live.empty || !location.protocol.startsWith("http") ? null : linkTo(finding));
}

const linkTo = (finding) => `${location.href.split("#")[0]}#finding=${finding.fingerprint}`;

function noteOf(article, finding) {
  const wrong = toCorrect(article, finding);
  const certain = correction(article, finding);
  const lines = [
    headlineOf(article, wrong),
    `${editions([article.editions[wrong].language], "name")} · ${finding.code}`,
    t("note_head", { what: message(finding) }),
    certain ? t("note_was", { old: quote(certain.old), new: quote(certain.new) }) : null,
    insertion(article, finding) ? adviceText(article, finding) : null,
    placeToGo(article, finding, wrong),
    "",
  ].filter((line) => line !== null);
  article.editions.forEach((edition, n) => {
    const segments = concerned(article, finding, n);
    const place = segments.length
      ? `${edition.path}:${segmentAt(article, n, segments[0])[LINE]}`
      : edition.path;
    const suspect = finding.suspects.includes(edition.language) ? ` ▸ ${t("note_suspect")}` : "";
    lines.push(`[${edition.language}]${suspect} ${place}`);
    lines.push(
      segments.length
        ? paragraphs(article, n, segments)
            .map((own) => own.map((index) => bracketed(article, finding, n, index)).join(" "))
            .join("\n")
        : `∅ ${t("gap")}`,
      "",
    );
  });
  return lines.join("\n").trimEnd();
}

async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    openText(t("note_failed"), text);
  }
}

/** The notes of everything marked for correction, in this article or in all, by language. */
function allNotes() {
  const positions = state.article === null ? INDEX.articles.map((_, n) => n) : [state.article];
  const notes = new Map();
  for (const position of positions) {
    for (const brief of INDEX.articles[position].findings) {
      if (stateOf(brief) !== "correction") continue;
      const article = articleAt(position);
      const finding = article.byFingerprint.get(brief.fingerprint);
      const { language } = article.editions[toCorrect(article, finding)];
      notes.set(language, [...(notes.get(language) || []), noteOf(article, finding)]);
    }
  }
  return notes;
}

/** One message for each translator. */
function copyAllNotes() {
  const notes = [...allNotes()];
  const take = (own) => copy(own.join("\n\n----\n\n"), t("notes_done", { count: own.length }));
  if (!notes.length) return say(t("notes_none"));
  if (notes.length === 1) return take(notes[0][1]);
  return openDialog(
    "notes",
    t("notes_all"),
    el(
      "div.presets",
      {},
      notes.map(([language, own]) =>
        button(
          ".chip",
          `${editions([language], "name")} (${number(own.length)})`,
          () => take(own),
          {
            "data-notes": language,
          },
        ),
      ),
    ),
    el("div.actions", {}, closing()),
  );
}

const copyNote = (article, finding) => copy(noteOf(article, finding), t("note_done"));
const copyLink = (finding) => copy(linkTo(finding), t("link_done"));
