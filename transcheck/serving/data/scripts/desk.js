// The desk's own parts are put where the report's page has room for them.

Object.assign(live, {
  empty: atForm,
  defaults: { fold: "none" },
  form: () => {
    form();
    fillShelf();
  },
  keeping: saveSoon,
  sentence: sentenceSpan,
  keep: keepActive,
  busy: () => sessions.length > 0,
  inTurn: act,
  giveUp,
  advice: adviceButton,
  gap: gapButton,
  more: houseButton,
  menu: () =>
    SETTINGS.keeps || houseRows().length ? button("", t("desk_house"), openHouse, { "data-key": "house" }) : null,
  above: verdict,
  below: correctedList,
  isNew,
  edit: editChosen,
  editUrl: (article, language) =>
    SETTINGS.editUrl
      .replaceAll("{article}", encodeURIComponent(article))
      .replaceAll("{language}", encodeURIComponent(language)) || null,
  edition: (edition) => editionButtons(edition),
  tools: () =>
    atForm()
      ? null
      : [
          button("", t("desk_others"), toForm, { "data-key": "others" }),
          SETTINGS.keeps && story.kept
            ? button("", t("desk_history"), openHistory, { "data-key": "history" })
            : null,
        ],
  total: () => Object.keys(story.seen).length,
  classes: () => (story.busy ? "checking" : ""),
  restore: ({ answer, seen, undo: more }) => {
    more?.();
    story.seen = seen;
    adopt(answer);
  },
  start: () => {
    if (!takeFragment() && atForm()) byId("text-0").focus({ preventScroll: true });
  },
});

/** Go back to the texts, as they are now. */
const toForm = () => act(showForm);

function showForm() {
  saveNow();
  const sources = story.answer.sources;
  const languages = story.answer.article.editions.map((edition) => edition.language);
  given.texts = ["", "", ""];
  given.files = [];
  given.addresses = "";
  sources.forEach((source, n) => {
    const language = languages[story.answer.holders.indexOf(n)];
    if (!source.name && n < 3) given.texts[n] = language ? textOf(language) : "";
    else if (source.data) given.files.push({ name: source.name, data: source.data });
  });
  leave();
  render();
  byId("text-0").focus();
}

/** Addresses that a bookmark brings: they are shown, and checked when the editor says so. */
function takeFragment() {
  const urls = new URLSearchParams(location.hash.slice(1)).getAll("url").filter(isAddress);
  if (!urls.length) return false;
  leave();
  given.addresses = urls.join(" ");
  render();
  document.querySelector('[data-key="check"]').focus();
  return true;
}

resume();
addEventListener("keydown", (event) => {
  const undoing = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.code === "KeyZ";
  if (!undoing || atForm() || event.target.closest("input, textarea, [contenteditable]")) return;
  event.preventDefault();
  takeBack();
});
