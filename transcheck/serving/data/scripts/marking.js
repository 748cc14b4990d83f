// While a sentence is written in, the page around it is drawn anew, and it alone stays.

/**
 * Put new rows around the sentence that is being changed. What was left and waits for its check
 * stands as it was written until then. Returns false where all is to be drawn anew.
 */
function keepActive(text, [head, grid]) {
  if (!sessions.length || !text.firstChild) return false;
  if (sessions[0] !== active || !text.contains(active.span) || !standsAlone(active)) {
    markChosen();
    paintActive();
    return true;
  }
  const oldRow = active.span.closest(".row");
  const next = spanOf(active.n, shownAt(active), grid);
  const newRow = next?.closest(".row");
  const oldGrid = oldRow.parentElement;
  if (!newRow || !oldGrid.matches(".rows") || newRow.parentElement !== grid) return true;
  while (oldGrid.firstChild !== oldRow) oldGrid.firstChild.remove();
  while (oldGrid.lastChild !== oldRow) oldGrid.lastChild.remove();
  const rows = [...grid.children];
  const at = rows.indexOf(newRow);
  oldRow.before(...rows.slice(0, at));
  oldRow.after(...rows.slice(at + 1));
  oldRow.id = newRow.id;
  oldRow.className = newRow.className;
  [...newRow.children].forEach((cell, n) => {
    if (n !== active.n) oldRow.children[n].replaceWith(cell);
    else {
      oldRow.children[n].className = cell.className;
      oldRow.children[n].querySelector(".corner")?.replaceWith(cell.querySelector(".corner"));
    }
  });
  text.querySelector(".text-tools")?.replaceWith(head);
  paintActive();
  return true;
}

/** Whether what is written is a sentence or more, and not joined with what stands next to it. */
function standsAlone(session) {
  const sentence_ = articleAt(0).editions[session.n].segments[shownAt(session)];
  if (!sentence_ || !session.sent || session.before || session.after) return false;
  return sentence_[TEXT].length <= session.sent.length;
}

/** Mark the findings in the sentence that is being changed, without touching its text. */
function paintActive() {
  if (!window.CSS?.highlights || !active) return;
  const node = active.span.firstChild;
  const found = { odd: [], other: [] };
  if (node && node === active.span.lastChild) {
    const article = articleAt(0);
    const words = node.data.replace(/\s/g, " ");
    let from = 0;
    for (let n = shownAt(active); n < article.editions[active.n].segments.length; n += 1) {
      const text = segmentAt(article, active.n, n)[TEXT];
      const at = words.indexOf(text, from);
      if (at < 0) break;
      from = at + text.length;
      rangesIn(article, n, node, at).forEach(([kind, range]) => found[kind].push(range));
    }
  }
  for (const [kind, ranges] of Object.entries(found))
    CSS.highlights.set(`transcheck-${kind}`, new Highlight(...ranges));
}

function rangesIn(article, segment, node, at) {
  return article.findings.flatMap((finding) =>
    finding.occurrences
      .filter((place) => place[EDITION] === active.n && place[SEGMENT] === segment)
      .filter((place) => place[END] > place[START])
      .map((place) => {
        const range = new Range();
        range.setStart(node, at + place[START]);
        range.setEnd(node, at + place[END]);
        const odd = finding.suspects.includes(active.language) || !finding.suspects.length;
        return [odd ? "odd" : "other", range];
      }),
  );
}

function clearPaint() {
  for (const kind of ["odd", "other"]) window.CSS?.highlights?.delete(`transcheck-${kind}`);
}
