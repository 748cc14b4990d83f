// A sentence is changed where it stands, and the story checked again as one types.

/**
 * A session is the writing in one sentence. It begins at once, wherever the server is with what
 * was asked for before, and the words stay in its element until the server has checked them.
 *
 * `anchor` is the text that it began with, or that it stands next to where it is `fresh`: by it
 * the place is found again whatever was checked in between. `words` are those written so far,
 * `sent` those that were checked, `failed` those that could not be; `left` says that the editor
 * is done with it. `active` is the one that is being written in.
 */
let active = null;
const sessions = [];
const PAUSE = 20;
const RETRY = 1500;

/** A sentence of the text, which a click or a key lets the editor change. */
function sentenceSpan(article, n, index, nodes) {
  const { language } = article.editions[n];
  const changed = isChanged(language, segmentAt(article, n, index)[TEXT]);
  return el(
    `span.sentence${changed ? ".changed" : ""}`,
    { "data-n": n, "data-segment": index, title: changed ? t("desk_changed") : undefined },
    nodes,
  );
}

const spanOf = (n, segment, root = byId("text")) =>
  root?.querySelector(`.sentence[data-n="${n}"][data-segment="${segment}"]`);

/** On a narrow screen list and text are two panes. */
function showText() {
  if (byId("text").offsetParent === null) show({ pane: "text" });
}

/** Let a sentence be changed, with the caret in front of a character of it. */
function edit(span, caret = Infinity) {
  if (!span || span === active?.span) return;
  endEditing();
  showText();
  const again = sessions.find((each) => each.span === span);
  if (again) return write(again, caret);
  const n = Number(span.dataset.n);
  const words = wordsIn(span);
  span.replaceChildren(words);
  const segment = Number(span.dataset.segment);
  write(begun({ n, segment, anchor: words, words, span }), caret);
}

/** Let a sentence be written behind one of an article as it is drawn, where an edition has none. */
async function insert(article, n, segment) {
  endEditing();
  showText();
  const segments = article.editions[n].segments;
  const behind =
    segment >= 0 && !["headline", "heading", "byline"].includes(segments[segment][KIND]);
  const at = behind ? segment : Math.min(segment + 1, segments.length - 1);
  const row = article.rows.find((one) => !one.sides[n].length && standsBehind(article, one, n) === segment);
  const gap = row && byId(`row-${row.index}`)?.children[n];
  if (!gap) return;
  const there = gap.querySelector(".fresh");
  if (there) return edit(there);
  const span = el("span.sentence.fresh", { "data-n": n, "data-segment": at + Number(behind) });
  gap.querySelector(".silent")?.replaceWith(el("p", { lang: article.editions[n].language }, span));
  gap.querySelector("button")?.remove();
  scrollToRow(row.index);
  write(begun({ n, segment: at, anchor: segments[at][TEXT], words: "", span, fresh: true, behind }), 0);
}

/** The sentence of an edition behind which a row stands that has none of it; -1 at the beginning. */
function standsBehind(article, row, n) {
  const before = nearest(article.rows, row.index, n);
  return before ? Math.max(...before.sides[n]) : -1;
}

/** Take up a session: it waits for its turn to be checked, while one writes. */
function begun(given_) {
  const session = {
    language: articleAt(0).editions[given_.n].language,
    start: given_.words,
    sent: given_.words,
    failed: null,
    left: false,
    finding: state.finding,
    earlier: null,
    stir: () => {},
    ...given_,
  };
  sessions.push(session);
  inTurn(() => follow(session), session);
  return session;
}

/** Put the caret into the element of a session. */
function write(session, caret) {
  const { span, language } = session;
  active = session;
  session.left = false;
  span.contentEditable = "plaintext-only";
  if (span.contentEditable !== "plaintext-only") span.contentEditable = "true";
  span.setAttribute("role", "textbox");
  span.setAttribute("aria-label", t("desk_editing", { language, number: shownAt(session) + 1 }));
  span.classList.add("editing");
  span.addEventListener("input", written_);
  span.addEventListener("keydown", typed);
  span.addEventListener("blur", leftSpan);
  span.focus({ preventScroll: true });
  const node = span.firstChild;
  if (node) getSelection().collapse(node, Math.min(caret, node.length));
  paintActive();
}

/** What is written in an element; numbers of findings are no text. */
function wordsIn(span) {
  const bare = span.cloneNode(true);
  bare.querySelectorAll(".tag").forEach((tag_) => tag_.remove());
  return bare.textContent.replace(/\s+/g, " ").trim();
}

function written_() {
  const session = active;
  session.words = wordsIn(session.span);
  keepDrafts();
  busy();
  clearTimeout(session.timer);
  session.timer = setTimeout(() => session.stir(), PAUSE);
}

/** End the writing; what was written is checked, and what is asked for next waits for it. */
function endEditing({ revert = false } = {}) {
  const session = active;
  if (!session) return;
  const { span } = session;
  active = null;
  clearTimeout(session.timer);
  session.words = revert ? session.start : wordsIn(span);
  session.left = true;
  if (revert) span.textContent = session.start;
  span.removeEventListener("input", written_);
  span.removeEventListener("keydown", typed);
  span.removeEventListener("blur", leftSpan);
  for (const name of ["contenteditable", "role", "aria-label"]) span.removeAttribute(name);
  span.classList.remove("editing");
  clearPaint();
  keepDrafts();
  busy();
  session.stir();
}

function leftSpan() {
  // A window that loses the focus does not end the work; another place of the page does.
  const { span } = active;
  setTimeout(() => {
    if (active?.span === span && document.hasFocus() && document.activeElement !== span)
      endEditing();
  });
}

/** Whether words were written that are not checked yet, and can be. */
const isUnchecked = (session) =>
  session.words !== session.failed && (session.left || session.words !== session.sent);

/** Check what is written in a session, each time it pauses, until it is left. */
async function follow(session) {
  session.earlier = moment();
  place(session);
  while (!session.left || session.words !== session.sent) {
    if (session.words !== session.sent && session.words !== session.failed) {
      await checkWords(session);
      draw();
    } else {
      if (session.left) dropWaiting();
      await new Promise((resolve) => {
        session.stir = resolve;
      });
    }
  }
  sessions.splice(sessions.indexOf(session), 1);
  if (session.words !== session.start) {
    past.push({ story: session.earlier });
    settle();
  }
  if (!state.finding && HOME.has(session.finding)) state.finding = session.finding;
  keepDrafts();
  draw();
}

/** Check the words of a session as they are now; they may be others when the answer comes. */
async function checkWords(session) {
  const { words, earlier } = session;
  try {
    const back = words === session.start;
    const answer = back
      ? earlier.answer
      : await checkWith(changesOf(session, words), earlier.answer.sources);
    session.sent = words;
    session.failed = null;
    story.problem = "";
    if (story.answer !== answer) adopt(answer, { settles: false });
  } catch (refusal) {
    session.failed = words;
    fail(refusal);
    if ([0, 429, 503].includes(refusal.status)) setTimeout(tryAgain, RETRY);
  }
  busy();
}

/** Check once more what could not be checked. */
function tryAgain() {
  sessions.forEach((session) => {
    session.failed = null;
    session.stir();
  });
}

/** Take back words that the server does not take; false where there are none. */
function giveUp() {
  const session = sessions.find((each) => each.failed !== null);
  if (!session) return false;
  session.words = session.start;
  session.span?.replaceChildren(session.start);
  story.problem = "";
  session.left = true;
  session.stir();
  return true;
}

/** Where a session's words are shown: its sentence, or the one that it will be. */
const shownAt = ({ segment, behind }) => segment + Number(Boolean(behind));

/** Find where in the story the words stand now that a session began with. */
function place(session) {
  const { segments } = articleAt(0).editions[session.n];
  const starts = [0];
  segments.forEach((segment) => starts.push(starts.at(-1) + segment[TEXT].length + 1));
  const text = segments.map((segment) => segment[TEXT]).join(" ");
  const near = starts[Math.min(session.segment, segments.length - 1)];
  let at = -1;
  for (let next = text.indexOf(session.anchor); next >= 0; next = text.indexOf(session.anchor, next + 1))
    if (at < 0 || Math.abs(next - near) < Math.abs(at - near)) at = next;
  const found = at >= 0;
  const end = found ? at + session.anchor.length : near;
  const within = (offset) => starts.findLastIndex((start) => start <= offset);
  session.segment = Math.min(within(found ? at : near), segments.length - 1);
  session.last = found ? Math.max(within(end - 1), session.segment) : session.segment;
  const [first, last] = [segments[session.segment][TEXT], segments[session.last][TEXT]];
  session.before = found ? first.slice(0, at - starts[session.segment]) : "";
  session.after = found ? last.slice(end - starts[session.last]) : "";
}

/** After a check: where the sessions that wait stand now. */
const findAgain = () => sessions.filter((session) => !session.earlier).forEach(place);

/** What the server is asked to change for the words of a session. */
function changesOf({ language, anchor, fresh, behind, segment, last, before, after }, words) {
  const whole = fresh ? (behind ? `${anchor} ${words}` : `${words} ${anchor}`) : words;
  const rest = Array.from({ length: last - segment }, (_, n) => segment + 1 + n);
  return [
    { language, segment, text: before + whole + after },
    ...rest.map((each) => ({ language, segment: each, text: "" })),
  ];
}

/** Remember what is not checked yet, for a page that is loaded again. */
function keepDrafts() {
  const own = sessions.filter((session) => session.words !== session.start);
  const drafts = own.map(({ n, segment, anchor, fresh, behind, start, words }) => ({
    ...{ n, segment, anchor, fresh, behind, start, words },
  }));
  keep("drafts", drafts.length ? JSON.stringify(drafts) : "");
}

/** Go on with words that were not checked when the page was left. */
function takeUp(draft) {
  begun({ ...draft, sent: draft.start, left: true });
}
