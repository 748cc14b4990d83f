// A sentence is changed where it stands, and the story checked again as one types.
const PAUSE = 40;
let active = null;

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

/** What the editor has written so far. */
const written_ = () => active.span.textContent.replace(/\s+/g, " ").trim();

/** Let a sentence be changed, with the caret in front of a character of it. */
async function edit(n, segment, caret) {
  await finish();
  showText();
  const article = articleAt(0);
  const span = spanOf(n, segment);
  if (!span) return;
  const text = segmentAt(article, n, segment)[TEXT];
  span.replaceChildren(document.createTextNode(text));
  open_(span, { n, segment, text, shown: segment, wrap: (words) => words }, caret ?? text.length);
}

/** On a narrow screen list and text are two panes. */
function showText() {
  if (byId("text").offsetParent === null) show({ pane: "text" });
}

/** Let a sentence be written where an edition has none. */
async function insert(n, { segment }) {
  await finish();
  showText();
  const article = articleAt(0);
  const segments = article.editions[n].segments;
  const behind =
    segment >= 0 && !["headline", "heading", "byline"].includes(segments[segment][KIND]);
  const at = behind ? segment : Math.min(segment + 1, segments.length - 1);
  const near = segments[at][TEXT];
  const row = article.rows.find(
    (one) => !one.sides[n].length && insertsAt(article, one, n, segment),
  );
  const gap = row && byId(`row-${row.index}`)?.children[n];
  if (!gap) return;
  const span = el("span.sentence.fresh", { "data-n": n, "data-segment": at + Number(behind) });
  gap.querySelector(".silent")?.replaceWith(el("p", { lang: article.editions[n].language }, span));
  gap.querySelector("button")?.remove();
  const wrap = (words) => (behind ? `${near} ${words}` : `${words} ${near}`.trim());
  scrollToRow(row.index);
  open_(span, { n, segment: at, text: "", shown: at + Number(behind), wrap }, 0);
}

const insertsAt = (article, row, n, segment) => {
  const before = nearest(article.rows, row.index, n);
  return (before ? Math.max(...before.sides[n]) : -1) === segment;
};

function open_(span, session, caret) {
  const { language } = articleAt(0).editions[session.n];
  active = {
    ...session,
    span,
    language,
    earlier: moment(),
    finding: state.finding,
    sent: session.text,
    sending: null,
  };
  span.contentEditable = "plaintext-only";
  if (span.contentEditable !== "plaintext-only") span.contentEditable = "true";
  span.setAttribute("role", "textbox");
  span.setAttribute("aria-label", t("desk_editing", { language, number: session.shown + 1 }));
  span.classList.add("editing");
  span.addEventListener("input", soon);
  span.addEventListener("keydown", typed);
  span.addEventListener("blur", leftSpan);
  span.focus({ preventScroll: true });
  const node = span.firstChild;
  if (node) getSelection().collapse(node, Math.min(caret, node.length));
  paintActive();
}

function leftSpan() {
  // A window that loses the focus does not end the work; another place of the page does.
  setTimeout(() => {
    if (active && document.hasFocus() && document.activeElement !== active.span) finish();
  });
}

function soon() {
  clearTimeout(active.timer);
  active.timer = setTimeout(send, PAUSE);
}

/** Check what is written; one check is under way at a time, and the last words count. */
async function send() {
  const session = active;
  if (!session) return;
  clearTimeout(session.timer);
  if (session.sending) {
    await session.sending;
    return active === session ? send() : undefined;
  }
  const words = written_();
  if (words === session.sent) return;
  const text = words ? session.wrap(words) : session.text ? "" : session.wrap("").trim();
  session.sending = checkWith(
    [{ language: session.language, segment: session.segment, text }],
    session.earlier.answer.sources,
  )
    .then((answer) => {
      session.sent = words;
      story.problem = "";
      adopt(answer, { settles: false });
    })
    .catch(fail)
    .finally(() => {
      session.sending = null;
      if (!session.span.matches(":focus") || !session.composing) work(false);
    });
  work(true);
  await session.sending;
}

/** End the work on a sentence; what was changed is one step that can be taken back. */
async function finish({ revert = false } = {}) {
  const session = active;
  if (!session || session.ending) return;
  session.ending = true;
  if (revert) session.span.textContent = session.text;
  if (written_() === session.text) {
    clearTimeout(session.timer);
    await session.sending;
    if (story.answer !== session.earlier.answer) adopt(session.earlier.answer, { settles: false });
  } else {
    while (active.sent !== written_() && !story.problem) await send();
    past.push({ story: session.earlier });
    settle();
  }
  active = null;
  if (!state.finding && HOME.has(session.finding)) state.finding = session.finding;
  clearPaint();
  redraw();
}

function typed(event) {
  if (event.isComposing) return;
  if (event.key === "Enter" || event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    const { n, shown } = active;
    finish({ revert: event.key === "Escape" }).then(() => focusSentence(n, shown));
  } else if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
    event.preventDefault();
    const { n, shown } = active;
    const next = shown + (event.key === "ArrowDown" ? 1 : -1);
    if (spanOf(n, next)) edit(n, next);
  }
}

/** Leave the focus where the work was, so that the keys go on from there. */
function focusSentence(n, segment) {
  const card = state.finding && byId(state.finding)?.querySelector(".card-head");
  if (document.activeElement !== document.body) return;
  (card || byId("text")).focus({ preventScroll: true });
  spanOf(n, segment)?.scrollIntoView({ block: "nearest" });
}

/** By the keyboard: the sentence of the chosen finding, in the edition that stands alone. */
function editChosen() {
  const here = chosen();
  if (!here) return edit(0, 0);
  const { article, finding } = here;
  const place = insertion(article, finding);
  if (place) return insert(place.edition, place);
  const suspect = finding.occurrences.find((each) =>
    finding.suspects.includes(article.editions[each[EDITION]].language),
  );
  const [n, segment, start] = suspect || finding.occurrences[0] || [0, 0, 0];
  return edit(n, segment, start);
}

/** How many characters of a sentence stand before a place in it; badges are no text. */
function offsetIn(span, node, offset) {
  let count = 0;
  const walker = document.createTreeWalker(span, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text.parentElement.closest(".tag")) continue;
    if (text === node) return count + offset;
    count += text.length;
  }
  return count;
}

function placeAt(span, event) {
  const place =
    document.caretPositionFromPoint?.(event.clientX, event.clientY) ||
    document.caretRangeFromPoint?.(event.clientX, event.clientY);
  if (!place) return undefined;
  const node = place.offsetNode || place.startContainer;
  return span.contains(node) ? offsetIn(span, node, place.offset ?? place.startOffset) : undefined;
}

// The click is read before the page draws anew what was clicked at.
let clicked = null;
addEventListener(
  "click",
  (event) => {
    const span = event.target.closest?.(".sentence");
    clicked = null;
    if (!span || span.isContentEditable || event.target.closest(".tag")) return;
    if (!getSelection().isCollapsed) return;
    const { n, segment } = span.dataset;
    clicked = [Number(n), Number(segment), placeAt(span, event)];
  },
  true,
);
addEventListener("click", () => {
  if (clicked) edit(...clicked);
});
