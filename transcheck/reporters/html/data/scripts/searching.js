// What is searched is marked in the text, without touching it.

/** The places in the text pane that have a searched word. */
function hits() {
  const words = searchedWords();
  const found = [];
  if (!words.length || !byId("text")) return found;
  const walker = document.createTreeWalker(byId("text"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.closest(".cell p") || node.parentElement.closest(".tag")) continue;
    const text = folded(node.data);
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, Math.min(at, node.length));
        range.setEnd(node, Math.min(at + word.length, node.length));
        found.push(range);
      }
    }
  }
  return found;
}

function paintHits() {
  if (!window.CSS?.highlights) return;
  const found = hits();
  if (found.length) CSS.highlights.set("transcheck-hit", new Highlight(...found));
  else CSS.highlights.delete("transcheck-hit");
}

/** Where no finding has the words, show the first place of the text that has. */
function showHit() {
  if (state.article === null || visible(state.article).length) return;
  const row = hits()[0]?.startContainer.parentElement.closest(".row");
  if (row) scrollToRow(row.id.slice("row-".length));
}
