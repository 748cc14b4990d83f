// Draw what the state says. The text is only drawn again when something in it changes.
let drawn = "";

function render() {
  byId("skip").textContent = t("skip");
  refill(byId("top"), headerBar());
  byId("top").setAttribute("aria-label", "transcheck");
  notices();
  if (live.empty?.()) {
    drawn = "";
    return live.form();
  }
  if (state.article === null) {
    drawn = "";
    refill(byId("main"), filterBar(), overview());
    document.body.className = "at-overview";
    document.title = `${t("overview")} · transcheck`;
    return;
  }
  renderArticle();
}

function renderArticle() {
  const entry = INDEX.articles[state.article];
  document.body.className = `at-article pane-${state.pane || "findings"} ${live.classes?.() || ""}`;
  document.title = `${entry.title || entry.article} · transcheck`;
  const frame = `${state.article}|${tongue}`;
  if (drawn !== frame && !(drawn && live.busy?.())) {
    byId("main").replaceChildren(...skeleton(entry));
    drawn = frame;
  }
  refill(byId("bar"), filterBar(), paneTabs());
  refill(
    byId("list"),
    live.above?.(),
    skippedNote(entry),
    findingsPane(state.article),
    live.below?.(),
  );
  const text = byId("text");
  if (isDrawn() && text.firstChild) {
    drawDecided();
    return markChosen();
  }
  const top = text.scrollTop;
  const passages = [articleHead(entry), passagesPane(state.article)];
  if (!live.keep?.(text, passages)) refill(text, ...passages);
  text.scrollTop = top;
  paintHits();
  return drawMap();
}

// Of a long article text and map are drawn anew only where more than the chosen finding changed.
let shownOf = null;
let shownHow = "";
let shownStates = new Map();

function isDrawn() {
  const article = articleAt(state.article);
  const sets = SETS.map((name) => [...state[name]]);
  // Where states are filtered a decision may change what is shown.
  const how = JSON.stringify([
    sets,
    state.q,
    state.fold,
    tongue,
    state.state.size ? decided : 0,
    byId("text").dataset.only,
  ]);
  const same = article === shownOf && how === shownHow;
  // A sentence that is being changed stays as it is; after it everything is drawn.
  shownOf = live.busy?.() ? null : article;
  shownHow = how;
  if (!same) shownStates = statesOf(article);
  return same;
}

const statesOf = (article) =>
  new Map(article.findings.map((finding) => [finding.fingerprint, stateOf(finding)]));

/** Draw the rows anew of findings that were decided since, and the map. */
function drawDecided() {
  const article = articleAt(state.article);
  const before = shownStates;
  shownStates = statesOf(article);
  const other = article.findings.filter(
    ({ fingerprint }) => before.get(fingerprint) !== shownStates.get(fingerprint),
  );
  if (!other.length) return;
  const shown = new Set(visible(state.article).map((brief) => brief.fingerprint));
  new Set(other.flatMap((finding) => finding.rows)).forEach((row) =>
    byId(`row-${row.index}`)?.replaceWith(rowOf(article, row, shown)[1]),
  );
  paintHits();
  setTimeout(drawMap); // of a long article it takes longest, and nobody waits for it
}

/** Draw everything, whatever is drawn already. */
function redraw() {
  shownOf = null;
  render();
}

/** Mark the chosen finding in the text and on the map as they are. */
function markChosen() {
  document
    .querySelectorAll("#text .chosen, #map .chosen")
    .forEach((element) => element.classList.remove("chosen"));
  const finding = chosen()?.finding;
  if (!finding || !visible(state.article).some((one) => one.fingerprint === finding.fingerprint))
    return;
  const name = CSS.escape(finding.fingerprint);
  finding.rows.forEach((row) => byId(`row-${row.index}`)?.classList.add("chosen"));
  document
    .querySelectorAll(`#text mark[data-finding="${name}"], #map .tick[data-finding="${name}"]`)
    .forEach((element) => element.classList.add("chosen"));
}

function skeleton(entry) {
  const [list_, text, map] = [
    el("section", { id: "list", "aria-label": t("findings"), tabindex: "0" }),
    el("section", { id: "text", "aria-label": t("text"), tabindex: "0" }),
    el("aside", { id: "map", "aria-label": t("map") }),
  ];
  text.addEventListener("scroll", () => requestAnimationFrame(followText), { passive: true });
  text.dataset.only = "";
  return [
    el("h1.unseen", { lang: entry.titleLanguage || undefined }, entry.title || entry.article),
    el("div", { id: "bar" }),
    el("div.panes", {}, list_, text, map),
  ];
}

function skippedNote(entry) {
  if (!entry.skipped.length) return null;
  return el(
    "div.unchecked",
    {},
    el("h2", {}, shape("error"), " ", t("unchecked_parts")),
    el("ul", {}, entry.skipped.map(skippedLine)),
  );
}

function articleHead(entry) {
  const only = byId("text").dataset.only;
  const choice = (code, label) =>
    button(
      ".chip",
      label,
      () => {
        byId("text").dataset.only = code;
        render();
      },
      { "aria-pressed": String(only === code), "data-key": `only-${code}` },
    );
  return el(
    "div.text-tools",
    {},
    el(
      "div.only",
      { role: "group", "aria-label": t("show_editions") },
      choice("", t("all_editions")),
      entry.editions.map((code, n) => choice(String(n), code)),
    ),
    entry.findings.length ? foldButton(".text-fold") : null,
  );
}

/** Show a pane; the text at the finding that is chosen. */
function showPane(pane) {
  show({ pane });
  if (pane === "text" && state.finding) scrollToFinding(state.finding);
}

/** On a narrow screen list and text are two panes with tabs. */
function paneTabs() {
  const tab = (pane, label) =>
    button(".pane-tab", label, () => showPane(pane), {
      "aria-pressed": String((state.pane || "findings") === pane),
      "data-key": `pane-${pane}`,
    });
  return el(
    "div.pane-tabs",
    { role: "group", "aria-label": t("filters") },
    tab("findings", `${t("findings")} ${number(visible(state.article).length)}`),
    tab("text", t("text")),
  );
}

function open() {
  remember();
  paint(stored("theme"));
  readFragment();
  render();
  if (state.finding) scrollToFinding(state.finding);
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    (byId("text") || byId("main")).focus();
  });
  const back = () => {
    readFragment();
    render();
    if (state.finding) scrollToFinding(state.finding);
  };
  addEventListener("popstate", back);
  addEventListener("hashchange", back);
  addEventListener("resize", () => requestAnimationFrame(drawMap));
  addEventListener("scroll", () => requestAnimationFrame(followText), { passive: true });
}

open();
live.start?.();
