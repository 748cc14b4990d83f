// Text pasted from a browser, Google Docs or Word: its paragraphs stay apart.

// What is pasted is parsed into a document that runs nothing, loads nothing, and is never shown.
const parsing = window.trustedTypes?.createPolicy("desk-paste", { createHTML: (markup) => markup });
const APART = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TD TH TR UL".split(
    " ",
  ),
);
const UNSEEN = new Set([
  "SCRIPT",
  "STYLE",
  "TEMPLATE",
  "HEAD",
  "TITLE",
  "META",
  "LINK",
  "NOSCRIPT",
]);

/** The paragraphs of pasted markup, or null where it has none to tell apart. */
function paragraphsOf(markup) {
  const bare = quieted(markup);
  const made = parsing ? parsing.createHTML(bare) : bare;
  const { body } = new DOMParser().parseFromString(made, "text/html");
  const lines = [""];
  collect(body, lines);
  const found = lines.map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean);
  return found.length > 1 ? found : null;
}

/** Markup without what the page's policy forbids anyway, and a browser would complain of. */
const quieted = (markup) =>
  markup
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag_) =>
      tag_.replace(/\s(?:style|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ""),
    );

function collect(node, lines) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) lines[lines.length - 1] += child.data;
    if (child.nodeType !== Node.ELEMENT_NODE || UNSEEN.has(child.tagName)) continue;
    const apart = APART.has(child.tagName);
    if (apart) lines.push("");
    const parts = child.tagName === "TABLE" ? columns_(child) : [child];
    for (const part of parts) {
      if (parts.length > 1) lines.push("");
      collect(part, lines);
    }
    if (apart) lines.push("");
  }
}

/** The cells of a table, column by column: editions stand side by side. */
function columns_(table) {
  const rows = [...table.rows].map((row) => [...row.cells]);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, n) => rows.map((row) => row[n]))
    .flat()
    .filter(Boolean);
}

/** Put what is pasted into a text area, with its paragraphs; true where that was done. */
function pasteInto(area, clipboard) {
  const paragraphs = paragraphsOf(clipboard.getData("text/html"));
  if (!paragraphs) return false;
  area.setRangeText(paragraphs.join("\n\n"), area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}
