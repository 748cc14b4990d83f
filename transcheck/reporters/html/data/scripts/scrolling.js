// Bring into sight what was asked for.

function scrollToGhost(edition, row) {
  const ghost = document.querySelector(`[data-key="ghost-${edition}-${row.index}"]`);
  if (!ghost) return;
  unfold(ghost);
  intoView(ghost, byId("text"));
  ghost.focus({ preventScroll: true });
}

function unfold(element) {
  const folded = element.closest("[hidden]");
  if (folded) folded.previousElementSibling.click();
}

function scrollToRow(index) {
  const row = byId(`row-${index}`);
  if (!row) return;
  unfold(row);
  intoView(row, byId("text"));
}

/** Scroll what scrolls: the pane where it does, else the page; never both. */
function intoView(element, pane) {
  const [box, frame] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (pane.scrollHeight > pane.clientHeight + 1 && getComputedStyle(pane).overflowY !== "visible") {
    pane.scrollTop += box.top - frame.top - Math.max(80, (frame.height - box.height) / 2);
  } else {
    scrollBy(0, box.top - Math.max(140, (innerHeight - box.height) / 2));
  }
}

function scrollToFinding(fingerprint) {
  const { position } = HOME.get(fingerprint);
  const finding = articleAt(position).byFingerprint.get(fingerprint);
  if (finding.odd && byId("text")?.offsetParent !== null) scrollToRow(finding.odd.index);
}
