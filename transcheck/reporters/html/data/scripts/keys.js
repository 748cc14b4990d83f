// The keyboard. Letters are read by their place, so that a Cyrillic layout works too.
const PLACES = {
  KeyN: "n",
  KeyJ: "n",
  KeyP: "p",
  KeyK: "p",
  KeyA: "a",
  KeyX: "x",
  KeyC: "x",
  KeyE: "e",
  KeyF: "f",
  KeyU: "u",
  KeyO: "o",
  KeyY: "y",
  BracketLeft: "[",
  BracketRight: "]",
};
const DOES = {
  n: () => step(1),
  p: () => step(-1),
  a: () => openAccept(),
  x: () => {
    if (chosen()) markForCorrection();
  },
  e: () => live.edit?.(),
  y: () => {
    const here = chosen();
    if (here) copyNote(here.article, here.finding);
  },
  u: () => takeBack(),
  f: () => {
    if (state.article !== null) show({ fold: state.fold === "none" ? "" : "none" });
  },
  o: () => {
    if (!SINGLE) show({ article: null, finding: null });
  },
  "[": () => {
    if (!SINGLE) stepArticle(-1);
  },
  "]": () => {
    if (!SINGLE) stepArticle(1);
  },
  "/": () => byId("search")?.focus(),
  "?": () => openHelp(),
};

function pressed(event) {
  if (event.key === "?" || event.key === "/") return event.key;
  if (event.key.length === 1 && DOES[event.key.toLowerCase()]) return event.key.toLowerCase();
  if (/^[cjk]$/i.test(event.key)) return PLACES[`Key${event.key.toUpperCase()}`];
  // On a layout without Latin letters the place of the key counts.
  return event.key.length === 1 && event.key > "\u007f" ? PLACES[event.code] : undefined;
}

addEventListener("keydown", (event) => {
  const menu = document.querySelector(".menu[open]");
  if (menu && event.key === "Escape") {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]"))
    return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  // Whoever speaks to the computer may switch the letters off (WCAG 2.1.4).
  if (stored("keys") === "off") return;
  const action = DOES[pressed(event)];
  if (!action || live.empty?.()) return;
  event.preventDefault();
  action();
});
