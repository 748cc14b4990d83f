// The ways into a sentence and out of it: a click, a key.

function typed(event) {
  if (event.isComposing) return;
  const { span } = active;
  if (event.key === "Enter" || event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    endEditing({ revert: event.key === "Escape" });
    keepFocus(span);
  } else if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
    event.preventDefault();
    const own = [...byId("text").querySelectorAll(`.sentence[data-n="${span.dataset.n}"]`)];
    edit(own[own.indexOf(span) + (event.key === "ArrowDown" ? 1 : -1)]);
  }
}

/** Leave the focus where the work was, so that the keys go on from there. */
function keepFocus(span) {
  const card_ = state.finding && cardOf(state.finding)?.querySelector(".card-head");
  span.blur();
  (card_?.offsetParent ? card_ : byId("text")).focus({ preventScroll: true });
  span.scrollIntoView({ block: "nearest" });
}

/** By the keyboard: the sentence of the chosen finding, in the edition that stands alone. */
function editChosen() {
  const here = chosen();
  if (!here) return edit(spanOf(0, 0));
  const { article, finding } = here;
  const gap = insertion(article, finding);
  if (gap) return insert(article, gap.edition, gap.segment);
  const suspect = finding.occurrences.find((each) =>
    finding.suspects.includes(article.editions[each[EDITION]].language),
  );
  const [n, segment, start] = suspect || finding.occurrences[0] || [0, 0, 0];
  return edit(spanOf(n, segment), start);
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
    const [n, segment] = [Number(span.dataset.n), Number(span.dataset.segment)];
    clicked = { span, n, segment, anchor: wordsIn(span), caret: placeAt(span, event) };
  },
  true,
);
addEventListener("click", () => {
  if (!clicked) return;
  if (clicked.span.isConnected) return edit(clicked.span, clicked.caret);
  place(clicked);
  return edit(spanOf(clicked.n, clicked.segment), clicked.caret);
});
