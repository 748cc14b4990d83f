// What is shown, all of it in the fragment of the address, so that a link shows it again.
const SETS = ["severity", "family", "edition", "state"];
const state = {
  article: null,
  finding: null,
  severity: new Set(),
  family: new Set(),
  edition: new Set(),
  state: new Set(),
  q: "",
  sort: "",
  fold: "",
  language: "",
  pane: "",
};

function readFragment() {
  const raw = location.hash.slice(1);
  const fragment = new URLSearchParams(raw.includes("=") ? raw : raw && `finding=${raw}`);
  for (const name of SETS)
    state[name] = new Set((fragment.get(name) || "").split(",").filter(Boolean));
  for (const name of ["q", "sort", "fold", "language", "pane"])
    state[name] = fragment.get(name) || live.defaults?.[name] || "";
  const named = fragment.get("article");
  const finding = fragment.get("finding");
  const home = HOME.get(finding);
  state.finding = home ? finding : null;
  state.article = home ? home.position : named === null ? null : positionOf(named);
  state.lost = (finding && !home) || state.article === -1;
  if (state.article === -1) state.article = null;
  if (state.article === null && SINGLE) state.article = 0;
  speak(state.language || stored("language"));
}

function fragment(changes) {
  const view = { ...state, ...changes };
  const made = new URLSearchParams();
  if (view.article !== null && !SINGLE) made.set("article", INDEX.articles[view.article].article);
  if (view.finding) made.set("finding", view.finding);
  for (const name of SETS) if (view[name].size) made.set(name, [...view[name]].sort().join(","));
  for (const name of ["q", "sort", "fold", "language", "pane"])
    if (view[name]) made.set(name, view[name]);
  return `#${made.toString().replaceAll("%2C", ",")}`;
}

/** Change what is shown. A step to another place can be gone back from. */
function show(changes) {
  const moved = "article" in changes && changes.article !== state.article;
  Object.assign(state, changes, { lost: false });
  if (changes.language) speak(changes.language);
  const url = fragment({});
  try {
    if (moved) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
  } catch {
    /* some browsers refuse a hundred addresses in a few seconds; the next one counts */
  }
  render();
}

/** Whether a finding of the index passes the filters; `but` names one that is not applied. */
function passes(finding, but) {
  const chosen = (name, ...values) =>
    name === but || !state[name].size || values.some((value) => state[name].has(value));
  return (
    chosen("severity", finding.severity) &&
    chosen("family", finding.family) &&
    chosen("edition", ...(finding.suspects.length ? finding.suspects : ["none"])) &&
    chosen("state", stateOf(finding))
  );
}

const filtering = () => SETS.some((name) => state[name].size) || state.q;

/** The findings of an article that pass filters and search, in their order. */
function visible(position, but) {
  const found = INDEX.articles[position].findings.filter((finding) => passes(finding, but));
  if (!state.q || !found.length) return found;
  const words = searchedWords();
  const article = articleAt(position);
  return found.filter((brief) =>
    has(findingText(article, article.byFingerprint.get(brief.fingerprint)), words),
  );
}

/** Positions of articles that have something to show. */
function shownArticles() {
  const words = searchedWords();
  return INDEX.articles
    .map((_, position) => position)
    .filter((position) => {
      if (!filtering()) return true;
      if (visible(position).length) return true;
      return (
        words.length && !SETS.some((name) => state[name].size) && has(searchable(position), words)
      );
    });
}
