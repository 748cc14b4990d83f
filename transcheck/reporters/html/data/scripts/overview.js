// All articles at once: what there is, how it is spread, what could not be checked.
const COLUMNS = ["article", "error", "warning", "info", "left"];

function overview() {
  const positions = shownArticles();
  const broken = INDEX.articles.filter((entry) => entry.skipped.length);
  const found = positions.flatMap((position) => visible(position)).filter(counts);
  return el("div.overview", {},
    el("h1", {}, t("overview")),
    el("p.lead", {}, [t("count_articles", { count: positions.length }), t("count_findings", { count: found.length })].join(" · ")),
    broken.length ? unchecked(broken) : null,
    el("div.charts", {},
      chart(t("by_severity"), "severity", SEVERITIES, (key) => term("severities", key)),
      chart(t("by_family"), "family", FAMILIES, (key) => term("family", key)),
      chart(t("by_edition"), "edition", editionsAndNone(), editionLabel)),
    positions.length ? table(positions) : el("p.empty", {}, t("nothing_matches")),
    el("p.measured", {}, `${t("measured")}: transcheck ${INDEX.version} · `, el("span", {}, INDEX.signature.replaceAll("|", " · "))));
}

/** Over all articles what is suppressed does not count, unless it is asked for. */
const counts = (finding) => !finding.suppressed || state.article !== null || state.state.size > 0;

const editionsAndNone = () => [...new Set(INDEX.articles.flatMap((entry) => entry.editions)), "none"];
const editionLabel = (code) => (code === "none" ? t("undecided_edition") : code);

function unchecked(entries) {
  return el("section.unchecked", { "aria-labelledby": "unchecked" },
    el("h2", { id: "unchecked" }, shape("error"), " ", t("unchecked_count", { count: entries.length })),
    el("ul", {}, entries.map((entry) => el("li", {}, el("b", {}, entry.article), el("ul", {}, entry.skipped.map(skippedLine))))));
}

/** What could not be checked and why; a reason that names it is enough. */
function skippedLine({ what, reason, hint }) {
  return el("li", { lang: FALLBACK }, reason.includes(what) ? null : [el("code", {}, what), " "], reason, hint ? el("span.hint", {}, ` — ${hint}`) : null);
}

/** Bars of counts; each is a switch of the filter it stands for. */
function chart(title, dimension, keys, label) {
  const bars = counted(dimension, keys);
  const most = Math.max(1, ...bars.map(([, count]) => count));
  return el("section.chart", { "aria-label": title }, el("h2", {}, title), el("ul", {}, bars.filter(([key, count]) => count || state[dimension].has(key)).map(([key, count]) => el("li", {},
    button(`.bar-row.key-${key}`, "", () => toggle(dimension, key), { "aria-pressed": String(state[dimension].has(key)), "data-key": `chart-${dimension}-${key}` },
      el("span.bar-label", {}, dimension === "severity" ? shape(key) : null, label(key)),
      svg("svg.bar-line", { viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("rect", { width: (100 * count) / most, height: 8 })),
      el("span.bar-count", {}, number(count)))))));
}

function table(positions) {
  const sorted = sortArticles(positions);
  const [by, direction] = sorting();
  const heading = (column) => el("th", { scope: "col", "aria-sort": by === column ? (direction > 0 ? "ascending" : "descending") : undefined, class: column === "article" ? undefined : "number" },
    button(".sort", columnLabel(column), () => show({ sort: by === column ? `${column}:${direction > 0 ? "desc" : "asc"}` : `${column}:${column === "article" ? "asc" : "desc"}` }), { "data-key": `sort-${column}`, title: t("sort_by", { what: columnLabel(column) }) }));
  return el("div.table", {}, el("table", {},
    el("caption.unseen", {}, t("articles")),
    el("thead", {}, el("tr", {}, COLUMNS.map(heading), el("th.spread", { scope: "col" }, el("span.unseen", {}, t("by_severity"))))),
    el("tbody", {}, sorted.map((line) => tableRow(line)))));
}

const columnLabel = (column) => (column === "article" ? t("article") : column === "left" ? t("left") : term("severities", column));

function sorting() {
  const [by, direction] = (state.sort || "").split(":");
  return COLUMNS.includes(by) ? [by, direction === "asc" ? 1 : -1] : ["", 1];
}

function sortArticles(positions) {
  const lines = positions.map((position) => {
    const found = visible(position).filter(counts);
    const count = (severity) => found.filter((finding) => finding.severity === severity).length;
    return { position, entry: INDEX.articles[position], article: INDEX.articles[position].article, error: count("error"), warning: count("warning"), info: count("info"), left: found.filter((finding) => stateOf(finding) === "open").length };
  });
  const [by, direction] = sorting();
  if (!by) return lines;
  const value = (line) => line[by];
  return lines.sort((a, b) => direction * (by === "article" ? value(a).localeCompare(value(b), tongue, { numeric: true }) : value(a) - value(b)) || a.position - b.position);
}

function tableRow(line) {
  const { entry, position } = line;
  const href = fragment({ article: position, finding: null });
  const cellOf = (column) => el(`td.number.sev-${column}${line[column] ? "" : ".zero"}`, {}, number(line[column]));
  return el("tr", {},
    el("th", { scope: "row" },
      el("a", { href, "data-key": `go-${position}`, onclick: (event) => { event.preventDefault(); show({ article: position, finding: null }); byId("main").focus(); scrollTo(0, 0); } }, entry.article),
      entry.title ? el("span.title", { lang: entry.titleLanguage }, entry.title) : null,
      el("span.codes", {}, entry.editions.join(" · "), entry.skipped.length ? el("span.broken", {}, shape("error"), t("unchecked")) : null)),
    cellOf("error"), cellOf("warning"), cellOf("info"), el(`td.number${line.left ? "" : ".zero"}`, {}, number(line.left)),
    el("td.spread", {}, spread(line)));
}

/** A bar of the severities of one article. */
function spread(line) {
  let x = 0;
  return svg("svg", { viewBox: "0 0 120 10", width: 120, height: 10, "aria-hidden": "true" }, SEVERITIES.map((severity) => {
    const width = Math.min(120 - x, line[severity] * 8);
    const bar = width > 0 ? svg(`rect.sev-${severity}`, { x, width: Math.max(1, width - 1.5), height: 10, rx: 1.5 }) : null;
    x += width;
    return bar;
  }));
}
