// The story on the desk: its sources, what the last check said, and what came of each finding.

/**
 * `answer` is what the server said last; an undo takes an earlier one back. `seen` are the
 * findings of all checks so far, `settled` those of the last one, `before` of the one before
 * it; what comes and goes while a sentence is written is in none of them.
 */
const story = { answer: null, original: {}, seen: {}, before: null, settled: null };
Object.assign(story, { busy: false, problem: "" });

const atForm = () => story.answer === null;

/** Show what the server says of a story. */
function adopt(answer, { settles = true } = {}) {
  story.answer = answer;
  INDEX = { ...INDEX, signature: answer.signature, checked: 1, articles: [answer.entry] };
  parsed.clear();
  parsed.set(0, prepared(structuredClone(answer.article)));
  findHomes();
  state.article = 0;
  if (state.finding && !HOME.has(state.finding)) state.finding = null;
  if (settles) settle();
  findAgain();
}

function settle() {
  const there = fingerprints();
  story.seen = { ...story.seen, ...there };
  story.before = story.settled;
  story.settled = Object.keys(there);
  keepStory();
  live.keeping?.();
}

/** What an undo of the next step brings back. */
const moment = () => ({ answer: story.answer, seen: story.seen });

/** The findings there are, by fingerprint, as what they are called in a list. */
function fingerprints() {
  const article = articleAt(0);
  return Object.fromEntries(
    article.findings
      .filter((finding) => !finding.suppressed)
      .map((finding) => [
        finding.fingerprint,
        [finding.code, finding.family, gist(article, finding)],
      ]),
  );
}

const gist = (article, finding) =>
  isFact(finding) ? alikeSayings(article, finding) : message(finding);

/** Begin with a story that was just checked: what its sentences said is what they are compared with. */
function begin(answer) {
  Object.assign(story, { seen: {}, before: null, settled: null, kept: null });
  story.original = Object.fromEntries(
    answer.article.editions.map((edition) => [
      edition.language,
      edition.segments.map((segment) => segment[TEXT]),
    ]),
  );
  past.length = 0;
  state.finding = null;
  state.fold = "none";
  adopt(answer);
}

function leave() {
  story.answer = null;
  story.problem = "";
  INDEX = { ...INDEX, articles: [] };
  parsed.clear();
  findHomes();
  state.article = null;
  state.finding = null;
  keep("story", "");
  history.replaceState(null, "", location.pathname);
}

function keepStory() {
  const { answer, original, seen } = story;
  keep("story", JSON.stringify({ answer, original, seen }));
}

/** Take up the story that this window had before it was loaded again, and what was being written. */
function resume() {
  try {
    const { answer, original, seen } = JSON.parse(kept("story"));
    const drafts = JSON.parse(kept("drafts") || "[]");
    Object.assign(story, { original, seen });
    adopt(answer);
    drafts.forEach(takeUp);
  } catch {
    story.answer = null;
  }
}

/** Check the story with some sentences changed: {language, segment, text}. */
function checkWith(changes, sources = story.answer.sources) {
  const article = story.answer.article.article;
  return ask("desk/check", { article, editions: sources, changes, glossary: houseRows() });
}

/**
 * Change sentences at once, as one step that can be taken back. `wanted` says which ones when it
 * is their turn, or null where nothing is to be changed any longer; `undo` is more to take back.
 */
function change(wanted, done, undo) {
  sayAhead(wanted());
  return act(async () => {
    const changes = wanted();
    if (!changes) return;
    const earlier = moment();
    sayAhead(changes);
    try {
      const answer = await checkWith(changes);
      past.push({ story: { ...earlier, undo } });
      story.problem = "";
      adopt(answer);
      if (done) say(done());
    } catch (refusal) {
      fail(refusal);
    }
    draw();
  });
}

/** Show what sentences are to say before the server has checked it: who writes on, writes there. */
function sayAhead(changes) {
  for (const { language, segment, text } of changes || []) {
    const n = articleAt(0).editions.findIndex((edition) => edition.language === language);
    spanOf(n, segment)?.replaceChildren(text);
  }
}

function fail(refusal) {
  if (!(refusal instanceof Refusal)) throw refusal;
  story.problem = refusal.message;
}

/** Findings that were there in an earlier check and are gone. */
const corrected = () =>
  Object.entries(story.seen)
    .filter(([fingerprint]) => !HOME.has(fingerprint))
    .map(([, told]) => told);

function isNew(finding) {
  const known = sessions.length ? story.settled : story.before;
  return known !== null && !known.includes(finding.fingerprint);
}

/** Whether a sentence says something else than it did when the story was taken. */
const isChanged = (language, text) => !(story.original[language] || []).includes(text);
