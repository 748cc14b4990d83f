// Beads as rows, with ghosts where a moved passage stands in its own edition.

/** Rows in reading order of the first edition: {sides, moved, findings, displaced, ghosts}. */
function rowsOf(article) {
  const rows = article.beads.map(([sides, moved], index) => ({
    index,
    sides,
    moved: Boolean(moved),
    findings: [],
    displaced: [],
    ghosts: [],
  }));
  const rowOf = article.editions.map(() => new Map());
  rows.forEach((row) =>
    row.sides.forEach((side, n) => side.forEach((segment) => rowOf[n].set(segment, row))),
  );
  article.rowOf = rowOf;
  placeFindings(article, rows);
  rows.filter((row) => row.moved).forEach((row) => markDisplaced(article, rows, row));
  return rows;
}

/** Where the wrong words stand, which is what an editor wants to see; null where nobody knows. */
function oddPlace(article, finding) {
  if (finding.suggestion) return finding.suggestion;
  const own = finding.occurrences.filter((place) =>
    finding.suspects.includes(article.editions[place[EDITION]].language),
  );
  const words = ([edition, segment, start, end]) =>
    article.editions[edition].segments[segment][TEXT].slice(start, end);
  const count = (place) => own.filter((other) => words(other) === words(place)).length;
  return own.length ? own.reduce((a, b) => (count(b) <= count(a) ? b : a)) : null;
}

function placeFindings(article, rows) {
  for (const finding of article.findings) {
    const places = finding.occurrences.map((place) =>
      article.rowOf[place[EDITION]].get(place[SEGMENT]),
    );
    finding.rows = rows.filter((row) => places.includes(row));
    finding.rows.forEach((row) => row.findings.push(finding));
    const odd = oddPlace(article, finding);
    finding.odd = odd ? article.rowOf[odd[EDITION]].get(odd[SEGMENT]) : finding.rows[0];
  }
}

/** Find out in which editions a moved row stands elsewhere, and leave a ghost there. */
function markDisplaced(article, rows, row) {
  article.editions.forEach((edition, n) => {
    if (!row.sides[n].length) return;
    const before = nearest(rows, row.index, n);
    let segment = Math.min(...row.sides[n]) - 1;
    while (segment >= 0 && article.rowOf[n].get(segment)?.moved) segment -= 1;
    const own = segment >= 0 ? article.rowOf[n].get(segment) : null;
    if (own === before) return;
    row.displaced.push(n);
    (own || rows[0]).ghosts.push({ edition: n, row, above: !own });
  });
}

/** The last row in front of one that is in its place and has text of an edition. */
function nearest(rows, index, edition) {
  for (let n = index - 1; n >= 0; n -= 1) {
    if (!rows[n].moved && rows[n].sides[edition].length) return rows[n];
  }
  return null;
}

/** Rows as stretches: {folded, rows}; what stands next to a finding stays in sight. */
function stretches(rows) {
  const busy = (row) =>
    row &&
    (row.findings.length ||
      row.ghosts.length ||
      row.moved ||
      row.sides.some((side) => !side.length));
  const found = [];
  rows.forEach((row, n) => {
    const shown = Boolean(n === 0 || busy(row) || busy(rows[n - 1]) || busy(rows[n + 1]));
    const last = found.at(-1);
    if (last && last.folded === !shown) last.rows.push(row);
    else found.push({ folded: !shown, rows: [row] });
  });
  found.forEach((stretch) => {
    if (stretch.rows.length < 2) stretch.folded = false;
  });
  return found;
}
