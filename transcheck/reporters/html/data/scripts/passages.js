// The editions side by side, row by row.
const folds = new Map();

function passagesPane(position) {
  const article = articleAt(position);
  const shown = new Set(visible(position).map((brief) => brief.fingerprint));
  const foldable = article.findings.length > 0 && state.fold !== "none";
  const grid = el(
    `div.rows.editions-${article.editions.length}`,
    {},
    heads(article),
    foldable
      ? stretches(article.rows).map((stretch, n) =>
          stretch.folded
            ? fold(article, stretch.rows, shown, `${position}-${n}`)
            : stretch.rows.map((row) => rowOf(article, row, shown)),
        )
      : article.rows.map((row) => rowOf(article, row, shown)),
  );
  grid.addEventListener("click", (event) => {
    const target = event.target.closest("[data-finding]");
    if (!target) return;
    event.preventDefault();
    choose(target.dataset.finding, { focus: false });
  });
  return grid;
}

function heads(article) {
  return el(
    "div.heads",
    {},
    article.editions.map((edition) => {
      const known = INDEX.languages.find((language) => language.code === edition.language);
      return el(
        "div.head",
        {},
        el("span.code", {}, edition.language),
        " ",
        el("b", { lang: edition.language }, known ? known.endonym : edition.language),
        el("span.path", { title: edition.path }, el("bdi", {}, edition.path)),
        live.edition?.(edition),
      );
    }),
  );
}

function fold(article, rows, shown, key) {
  const inner = el(
    "div.folded",
    { id: `fold-${key}`, hidden: folds.get(key) ? undefined : "until-found" },
    rows.map((row) => rowOf(article, row, shown)),
  );
  const label = () => [
    el("span", { "aria-hidden": "true" }, inner.hidden ? "▸ " : "▾ "),
    t("folded", { count: rows.length }),
  ];
  const handle = button(
    ".fold",
    "",
    () => toggle(!inner.hidden ? "until-found" : null),
    {
      "aria-expanded": String(!inner.hidden),
      "aria-controls": `fold-${key}`,
      "data-key": `fold-${key}`,
    },
    label(),
  );
  function toggle(hidden) {
    if (hidden) inner.setAttribute("hidden", hidden);
    else inner.removeAttribute("hidden");
    folds.set(key, !hidden);
    handle.setAttribute("aria-expanded", String(!hidden));
    handle.replaceChildren(...label());
    drawMap();
  }
  inner.addEventListener("beforematch", () => toggle(null));
  return [handle, inner];
}

function rowOf(article, row, shown) {
  const findings = row.findings.filter((finding) => shown.has(finding.fingerprint));
  const gravest = SEVERITIES.find((severity) =>
    findings.some(
      (finding) =>
        finding.severity === severity && ["open", "correction"].includes(stateOf(finding)),
    ),
  );
  const chosenHere = findings.some((finding) => finding.fingerprint === state.finding);
  const classes = [
    "row",
    gravest ? `sev-${gravest}` : "",
    findings.length ? "busy" : "",
    chosenHere ? "chosen" : "",
    row.moved ? "moved" : "",
  ].filter(Boolean);
  const above = row.ghosts.filter((ghost) => ghost.above).map((ghost) => ghostRow(article, ghost));
  const below = row.ghosts.filter((ghost) => !ghost.above).map((ghost) => ghostRow(article, ghost));
  return [
    above,
    el(
      `div.${classes.join(".")}`,
      { id: `row-${row.index}` },
      row.sides.map((side, n) => cell(article, row, n, findings)),
    ),
    below,
  ];
}

function cell(article, row, n, findings) {
  const { language } = article.editions[n];
  const side = row.sides[n];
  if (!side.length) return gapCell(row, language, findings);
  const whole = [...new Set(side.flatMap((index) => about(article, n, index, findings)))];
  const kind = segmentAt(article, n, side[0])[KIND];
  const classes = [
    `kind-${kind}`,
    whole.length ? `whole ${hue(whole[0])}` : "",
    whole.some((finding) => finding.suspects.includes(language)) ? "suspect" : "",
    row.displaced.includes(n) ? "displaced" : "",
  ]
    .join(" ")
    .split(" ")
    .filter(Boolean);
  return el(
    `div.cell.${classes.join(".")}`,
    { "data-edition": language },
    corner(language, whole),
    row.displaced.includes(n)
      ? button(
          ".aside",
          "",
          () => scrollToGhost(n, row),
          { "data-key": `aside-${n}-${row.index}` },
          "⇅ ",
          t("moved_here", { edition: language }),
        )
      : null,
    paragraphs(article, n, side).map((segments) =>
      el(
        "p",
        { lang: language },
        segments.map((index) => [sentence(article, n, index, findings), " "]),
      ),
    ),
  );
}

function sentence(article, n, index, findings) {
  const nodes = pieces(article, n, index, findings);
  return live.sentence ? live.sentence(article, n, index, nodes) : nodes;
}

/** What stands above a cell: its language (on narrow screens) and the findings about all of it. */
function corner(language, whole) {
  return el(
    "span.corner",
    {},
    el("span.code", {}, language),
    whole.map((finding) => tag(finding)),
  );
}

function gapCell(row, language, findings) {
  const missing = findings.filter((finding) => ["missing", "added"].includes(finding.family));
  return el(
    `div.cell.gap${missing.some((finding) => finding.suspects.includes(language)) ? ".suspect" : ""}`,
    { "data-edition": language },
    corner(language, missing),
    el("p.silent", {}, el("span", { "aria-hidden": "true" }, "∅ "), t("gap")),
    live.gap?.(row, language),
  );
}

function paragraphs(article, n, side) {
  const found = [];
  let last = null;
  for (const index of side) {
    const block = segmentAt(article, n, index)[BLOCK];
    if (found.length && block === last) found.at(-1).push(index);
    else found.push([index]);
    last = block;
  }
  return found;
}

/** Where a moved passage stands in its own edition: a line that leads to it. */
function ghostRow(article, { edition, row }) {
  const { language } = article.editions[edition];
  const text = paragraphs(article, edition, row.sides[edition])
    .map((own) => own.map((index) => segmentAt(article, edition, index)[TEXT]).join(" "))
    .join(" · ");
  const link = button(
    ".ghost",
    "",
    () => {
      const finding = row.findings[0];
      if (finding) choose(finding.fingerprint, { focus: false });
      else scrollToRow(row.index);
    },
    { "data-key": `ghost-${edition}-${row.index}` },
    "⇅ ",
    t("moved_from", { edition: language }),
    " ",
    el("span.clip", { lang: language }, text),
  );
  return el(
    "div.row.ghosts",
    {},
    article.editions.map((_, n) =>
      el("div.cell", { "data-edition": article.editions[n].language }, n === edition ? link : null),
    ),
  );
}
