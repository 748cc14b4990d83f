// The table of articles.
const COLUMNS = ["article", "error", "warning", "info", "left"];

function table(positions) {
  const sorted = sortArticles(positions);
  const [by, direction] = sorting();
  const heading = (column) =>
    el(
      `th.key-${column}`,
      {
        scope: "col",
        "aria-sort": by === column ? (direction > 0 ? "ascending" : "descending") : undefined,
      },
      button(
        ".sort",
        columnLabel(column),
        () =>
          show({
            sort:
              by === column
                ? `${column}:${direction > 0 ? "desc" : "asc"}`
                : `${column}:${column === "article" ? "asc" : "desc"}`,
          }),
        { "data-key": `sort-${column}`, title: t("sort_by", { what: columnLabel(column) }) },
        column === "article" ? null : shape(column === "left" ? "open" : column),
        el("span.sort-label", {}, columnLabel(column)),
      ),
    );
  return el(
    "div.table",
    {},
    el(
      "table",
      {},
      el("caption.unseen", {}, t("articles")),
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          COLUMNS.map(heading),
          el("th.spread", { scope: "col" }, el("span.unseen", {}, t("by_severity"))),
        ),
      ),
      el(
        "tbody",
        {},
        sorted.map((line) => tableRow(line)),
      ),
    ),
  );
}

const columnLabel = (column) =>
  column === "article" ? t("article") : column === "left" ? t("left") : term("severities", column);

function sorting() {
  const [by, direction] = (state.sort || "").split(":");
  return COLUMNS.includes(by) ? [by, direction === "asc" ? 1 : -1] : ["", 1];
}

function sortArticles(positions) {
  const lines = positions.map((position) => {
    const found = visible(position).filter(counts);
    const count = (severity) => found.filter((finding) => finding.severity === severity).length;
    return {
      position,
      entry: INDEX.articles[position],
      article: INDEX.articles[position].article,
      error: count("error"),
      warning: count("warning"),
      info: count("info"),
      left: found.filter((finding) => stateOf(finding) === "open").length,
    };
  });
  const [by, direction] = sorting();
  // The worst stands first, where nobody asked for another order.
  if (!by)
    return lines.sort(
      (a, b) =>
        b.error - a.error || b.warning - a.warning || b.info - a.info || a.position - b.position,
    );
  const value = (line) => line[by];
  return lines.sort(
    (a, b) =>
      direction *
        (by === "article"
          ? value(a).localeCompare(value(b), tongue, { numeric: true })
          : value(a) - value(b)) || a.position - b.position,
  );
}

function tableRow(line) {
  const { entry, position } = line;
  const href = fragment({ article: position, finding: null });
  const cellOf = (column) =>
    el(`td.number.sev-${column}${line[column] ? "" : ".zero"}`, {}, number(line[column]));
  return el(
    "tr",
    {},
    el(
      "th",
      { scope: "row" },
      el(
        "a",
        {
          href,
          "data-key": `go-${position}`,
          onclick: (event) => {
            event.preventDefault();
            show({ article: position, finding: null });
            byId("main").focus();
            scrollTo(0, 0);
          },
        },
        entry.title ? el("span", { lang: entry.titleLanguage }, entry.title) : entry.article,
      ),
      el(
        "span.codes",
        {},
        entry.title ? `${entry.article} · ` : "",
        entry.editions.join(" · "),
        entry.skipped.length
          ? el("span.broken", {}, shape("error"), t("unchecked"))
          : entry.editions.length < 2
            ? ` · ${t("waiting")}`
            : null,
      ),
    ),
    cellOf("error"),
    cellOf("warning"),
    cellOf("info"),
    el(`td.number${line.left ? "" : ".zero"}`, {}, number(line.left)),
    el("td.spread", {}, spread(line)),
  );
}

/** A bar of the severities of one article. */
function spread(line) {
  let x = 0;
  return svg(
    "svg",
    { viewBox: "0 0 120 10", width: 120, height: 10, "aria-hidden": "true" },
    SEVERITIES.map((severity) => {
      const width = Math.min(120 - x, line[severity] * 8);
      const bar =
        width > 0
          ? svg(`rect.sev-${severity}`, { x, width: Math.max(1, width - 1.5), height: 10, rx: 1.5 })
          : null;
      x += width;
      return bar;
    }),
  );
}
