// One fact, one card: findings that say the same are shown and decided together.

/** What findings have in common that are one fact: check, suspects, and what the editions say. */
function factOf(article, finding) {
  if (finding.family === "moved") return movedOf(article, finding);
  if (!isFact(finding)) return finding.fingerprint;
  const words = finding.occurrences.map(([edition, segment, start, end, value]) => [
    article.editions[edition].language,
    value ?? segmentAt(article, edition, segment)[TEXT].slice(start, end),
  ]);
  const said = [...new Set(words.map((pair) => JSON.stringify(pair)))].sort();
  return JSON.stringify([finding.code, finding.suspects, said]);
}

/** Passages that were moved one behind the other are one block. */
function movedOf(article, finding) {
  const at = article.findings.indexOf(finding);
  const before = article.findings[at - 1];
  const next =
    before?.family === "moved" &&
    before.suspects.join() === finding.suspects.join() &&
    finding.rows[0]?.index === before.rows.at(-1)?.index + 1;
  return next ? before.fact : finding.fingerprint;
}

/** Give every finding those that are one fact with it, itself among them. */
function joinFacts(article) {
  const facts = new Map();
  for (const finding of article.findings) {
    finding.fact = factOf(article, finding);
    const own = facts.get(finding.fact) || [];
    own.push(finding);
    facts.set(finding.fact, own);
    finding.alike = own;
  }
}

/** The finding whose card stands for all that are one fact with it. */
const headOf = (finding) => finding.alike[0];

/** Decide about a finding and all that are one fact with it. */
function decideAll(finding, decision) {
  const own = finding.alike.filter((each) => stateOf(each) !== "suppressed" || each === finding);
  decide(Object.fromEntries(own.map((each) => [each.fingerprint, decision(each)])));
}
