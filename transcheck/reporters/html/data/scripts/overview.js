// All articles at once: what there is, how it is spread, what could not be checked.

function overview() {
  const positions = shownArticles();
  const broken = INDEX.articles.filter((entry) => entry.skipped.length);
  const found = positions.flatMap((position) => visible(position)).filter(counts);
  return el(
    "div.overview",
    {},
    el("h1", {}, t("overview")),
    el(
      "p.lead",
      {},
      [
        t("count_articles", { count: positions.length }),
        t("count_findings", { count: found.length }),
      ].join(" · "),
    ),
    broken.length ? unchecked(broken) : null,
    charts(),
    positions.length ? table(positions) : el("p.empty", {}, t("nothing_matches")),
    el(
      "p.measured",
      {},
      `${t("measured")}: transcheck ${INDEX.version} · `,
      el("span", {}, INDEX.signature.replaceAll("|", " · ")),
    ),
  );
}

/** Over all articles what is no error does not count, unless it is asked for. */
const counts = (finding) =>
  !["suppressed", "accepted"].includes(stateOf(finding)) ||
  state.article !== null ||
  state.state.size > 0;

const editionsAndNone = () => [
  ...new Set(INDEX.articles.flatMap((entry) => entry.editions)),
  "none",
];
const editionLabel = (code) => (code === "none" ? t("undecided_edition") : code);

function unchecked(entries) {
  return el(
    "section.unchecked",
    { "aria-labelledby": "unchecked" },
    el(
      "h2",
      { id: "unchecked" },
      shape("error"),
      " ",
      t("unchecked_count", { count: entries.length }),
    ),
    el(
      "ul",
      {},
      entries.map((entry) =>
        el("li", {}, el("b", {}, entry.article), el("ul", {}, entry.skipped.map(skippedLine))),
      ),
    ),
  );
}

/** What could not be checked and why; a reason that names it is enough. */
function skippedLine({ what, reason, hint }) {
  return el(
    "li",
    { lang: FALLBACK },
    reason.includes(what) ? null : [el("code", {}, what), " "],
    reason,
    hint ? el("span.hint", {}, ` — ${hint}`) : null,
  );
}

function charts() {
  const all = [
    chart(t("by_severity"), "severity", SEVERITIES, (key) => term("severities", key)),
    chart(t("by_family"), "family", FAMILIES, (key) => term("family", key)),
    chart(t("by_edition"), "edition", editionsAndNone(), editionLabel),
  ].filter(Boolean);
  return all.length ? el("div.charts", {}, all) : null;
}

/** Bars of counts; each is a switch of the filter it stands for. Null where there are none. */
function chart(title, dimension, keys, label) {
  const bars = counted(dimension, keys).filter(([key, count]) => count || state[dimension].has(key));
  if (!bars.length) return null;
  const most = Math.max(1, ...bars.map(([, count]) => count));
  return el(
    "section.chart",
    { "aria-label": title },
    el("h2", {}, title),
    el(
      "ul",
      {},
      bars.map(([key, count]) =>
          el(
            "li",
            {},
            button(
              `.bar-row.key-${key}`,
              "",
              () => toggle(dimension, key),
              {
                "aria-pressed": String(state[dimension].has(key)),
                "data-key": `chart-${dimension}-${key}`,
              },
              el("span.bar-label", {}, dimension === "severity" ? shape(key) : null, label(key)),
              svg(
                "svg.bar-line",
                { viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" },
                svg("rect", { width: (100 * count) / most, height: 8 }),
              ),
              el("span.bar-count", {}, number(count)),
            ),
          ),
        ),
    ),
  );
}
