// The table of articles.
const COLUMNS = ["article", "error", "warning", "info", "left"];

function table(positions) {
  const [shown, clean] = withoutClean(sortArticles(positions));
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
      el("tbody", {}, shown.map(tableRow)),
      clean.length ? cleanRows(clean) : null,
    ),
  );
}

/** The lines of a table apart: those to look at, and those that one line may stand for. */
function withoutClean(lines) {
  const isClean = (line) =>
    !line.error &&
    !line.warning &&
    !line.info &&
    !line.entry.skipped.length &&
    line.entry.editions.length > 1;
  const clean = lines.filter(isClean);
  // In an order that somebody asked for, or alone, they stand where they belong.
  const fold = !state.sort && !filtering() && clean.length > 1 && clean.length < lines.length;
  return fold ? [lines.filter((line) => !isClean(line)), clean] : [lines, []];
}

let cleanOpen = false;

function cleanRows(lines) {
  const toggle_ = () => {
    cleanOpen = !cleanOpen;
    render();
  };
  return el(
    "tbody.clean",
    {},
    el(
      "tr",
      {},
      el(
        "td",
        { colspan: COLUMNS.length + 1 },
        button(
          ".fold",
          "",
          toggle_,
          { "aria-expanded": String(cleanOpen), "data-key": "clean" },
          el("span", { "aria-hidden": "true" }, cleanOpen ? "▾ " : "▸ "),
          t("clean", { count: lines.length }),
        ),
      ),
    ),
    cleanOpen ? lines.map(tableRow) : null,
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
