// One fact, one card: findings that say the same are shown and decided together.

/** What numbers and dates have in common that are one fact: check, suspects, and what is said. */
function factOf(article, finding) {
  if (!["number", "date"].includes(finding.family)) return finding.fingerprint;
  const said = saidIn(article, finding).map((pair) => JSON.stringify(pair));
  return JSON.stringify([finding.code, finding.suspects, [...new Set(said)].sort()]);
}

/** Language and value of each place of a finding; where it has no value, its words. */
const saidIn = (article, finding) =>
  finding.occurrences.map(([edition, segment, start, end, value]) => [
    article.editions[edition].language,
    value ?? segmentAt(article, edition, segment)[TEXT].slice(start, end),
  ]);

/** Whether two findings are about one name, in whatever case it stands. */
function sameName(article, one, other) {
  if (one.code !== other.code || one.suspects.join() !== other.suspects.join()) return false;
  const [words, others] = [new Map(saidIn(article, one)), new Map(saidIn(article, other))];
  const both = [...words.keys()].filter((language) => others.has(language));
  return both.length > 1 && both.every((code) => inflected(words.get(code), others.get(code)));
}

/** Forms of a name differ in their last letters. */
const ENDING = 3;
const LEAST_STEM = 3;
function inflected(one, other) {
  const shorter = Math.min(one.length, other.length);
  const longer = Math.max(one.length, other.length);
  if (one === other) return true;
  const stem = Math.max(LEAST_STEM, longer - ENDING);
  return shorter >= stem && one.slice(0, stem) === other.slice(0, stem);
}

/** Whether a moved passage stands right behind another one that was moved. */
const continues = (one, other) =>
  one.suspects.join() === other.suspects.join() &&
  other.rows[0]?.index === one.rows.at(-1)?.index + 1;

/** Give every finding those that are one fact with it, itself among them. */
function joinFacts(article) {
  const facts = new Map();
  const moved = [];
  const names = [];
  const before = (finding) =>
    finding.family === "name"
      ? names.find((one) => sameName(article, one, finding))
      : finding.family === "moved"
        ? moved.find((one) => continues(one, finding))
        : null;
  const inOrder = [...article.findings].sort(
    (a, b) => (a.rows[0]?.index ?? 0) - (b.rows[0]?.index ?? 0),
  );
  for (const finding of inOrder) {
    finding.fact = before(finding)?.fact ?? factOf(article, finding);
    if (finding.family === "name") names.push(finding);
    if (finding.family === "moved") moved.push(finding);
  }
  for (const finding of article.findings) {
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
