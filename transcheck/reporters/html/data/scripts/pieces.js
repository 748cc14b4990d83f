// A sentence cut into pieces, so that every finding's characters are marked exactly.

/** The nodes of a sentence with the marks of some findings; whole sentences are not marked. */
function pieces(article, edition, index, findings) {
  const text = segmentAt(article, edition, index)[TEXT];
  const ranges = findings.flatMap((finding) =>
    finding.occurrences
      .filter(
        (place) =>
          place[EDITION] === edition && place[SEGMENT] === index && place[END] > place[START],
      )
      .filter((place) => place[START] > 0 || place[END] < text.length)
      .map((place) => ({ finding, start: place[START], end: place[END] })),
  );
  const cuts = [
    ...new Set([0, text.length, ...ranges.flatMap((range) => [range.start, range.end])]),
  ].sort((a, b) => a - b);
  const nodes = [];
  for (let n = 0; n + 1 < cuts.length; n += 1) {
    const [start, end] = [cuts[n], cuts[n + 1]];
    const over = ranges.filter((range) => range.start <= start && range.end >= end);
    const words = text.slice(start, end);
    nodes.push(over.length ? mark(article, edition, over, words, end) : words);
  }
  return nodes;
}

function mark(article, edition, ranges, words, end) {
  const narrowest = ranges.reduce((a, b) => (a.end - a.start <= b.end - b.start ? a : b)).finding;
  const suspect = narrowest.suspects.includes(article.editions[edition].language);
  const classes = [
    hue(narrowest),
    suspect ? "suspect" : "",
    narrowest.fingerprint === state.finding ? "chosen" : "",
    `is-${stateOf(narrowest)}`,
  ].filter(Boolean);
  return el(
    `mark.${classes.join(".")}`,
    { "data-finding": narrowest.fingerprint },
    words,
    ranges.filter((range) => range.end === end).map((range) => tag(range.finding)),
  );
}

/** The number of a finding in the text: leads to it in the list. */
function tag(finding) {
  return el(
    `a.tag.${hue(finding)}`,
    {
      href: fragment({ finding: finding.fingerprint }),
      "data-finding": finding.fingerprint,
      tabindex: "-1",
      "aria-label": t("finding", { number: finding.number }),
    },
    String(finding.number),
  );
}

/** Findings that are about a whole sentence of an edition. */
function about(article, edition, index, findings) {
  const length = segmentAt(article, edition, index)[TEXT].length;
  return findings.filter((finding) =>
    finding.occurrences.some(
      (place) =>
        place[EDITION] === edition &&
        place[SEGMENT] === index &&
        place[START] === 0 &&
        place[END] === length,
    ),
  );
}
