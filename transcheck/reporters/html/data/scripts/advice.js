// What to do about a finding, where that is known: to be read here, to be pressed on the desk.

/** What is wrong, and what is right: {edition, segment, start, end, old, new}; or null. */
function correction(article, finding) {
  if (!finding.suggestion || stateOf(finding) === "suppressed") return null;
  const [edition, segment, start, end, words] = finding.suggestion;
  const old = segmentAt(article, edition, segment)[TEXT].slice(start, end);
  return { edition, segment, start, end, old, new: words };
}

/** Where what is missing belongs: the edition, and the sentence behind which it stands; or null. */
function insertion(article, finding) {
  if (finding.family !== "missing" || !finding.rows.length) return null;
  const edition = article.editions.findIndex((one) => finding.suspects.includes(one.language));
  if (edition < 0 || finding.rows[0].sides[edition].length) return null;
  const before = nearest(article.rows, finding.rows[0].index, edition);
  return { edition, segment: before ? Math.max(...before.sides[edition]) : -1 };
}

function adviceText(article, finding) {
  const certain = correction(article, finding);
  if (certain) return t("advice_replace", { old: quote(certain.old), new: quote(certain.new) });
  const place = insertion(article, finding);
  if (!place) return null;
  if (place.segment < 0) return t("advice_begin");
  const words = segmentAt(article, place.edition, place.segment)[TEXT];
  return t("advice_insert", { what: quote(shortened(words)) });
}

const LONGEST_QUOTE = 70;
const shortened = (words) =>
  words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/, "")}…` : words;

function advice(article, finding, status) {
  const text = status === "accepted" ? null : adviceText(article, finding);
  if (!text) return null;
  return live.advice?.(article, finding, text) || el("p.advice", {}, text);
}
