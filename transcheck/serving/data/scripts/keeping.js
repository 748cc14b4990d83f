// Stories that the server keeps, where it was given a folder for them.
const SAVING = 800;
let saving = 0;
let saved_ = Promise.resolve();

/** Keep the story a moment after something changed in it. */
function saveSoon() {
  if (!SETTINGS.keeps || atForm()) return;
  clearTimeout(saving);
  saving = setTimeout(saveNow, SAVING);
}

/** Keep what is not kept yet; one save follows the other, so that the last one is the latest. */
function saveNow() {
  if (!saving || atForm()) return;
  clearTimeout(saving);
  saving = 0;
  const { answer, original, seen } = story;
  const own = Object.keys(seen).filter((fingerprint) => decisions.has(fingerprint));
  const { article } = answer.article;
  const state_ = {
    name: article,
    languages: answer.article.editions.map((edition) => edition.language),
    left: remaining([0]).left,
    content: {
      name: article,
      sources: answer.sources,
      original,
      seen,
      decisions: Object.fromEntries(own.map((key) => [key, decisions.get(key)])),
    },
  };
  saved_ = saved_.then(() => save(state_));
}

async function save(state_) {
  try {
    const { id } = await ask("desk/stories", state_);
    if (atForm() || story.answer.article.article !== state_.name) return;
    const first = !story.kept;
    story.kept = id;
    if (first) draw();
  } catch (refusal) {
    fail(refusal);
    draw();
  }
}

addEventListener("pagehide", saveNow);

/** Open a story as it was saved last, or in an earlier state. */
async function openStory(id, state_) {
  await act(async () => {
    try {
      const { content } = await ask(`desk/stories/${id}${state_ ? `?state=${state_}` : ""}`);
      const { name, sources } = content;
      begin(
        await ask("desk/check", { article: name, editions: sources, glossary: houseRows() }),
      );
      story.original = content.original;
      story.seen = { ...content.seen, ...story.seen };
      story.kept = id;
      Object.keys(story.seen).forEach((key) => put(key, content.decisions[key] || null));
      story.problem = "";
    } catch (refusal) {
      fail(refusal);
    }
  });
  render();
}

const when = (saved) =>
  new Intl.DateTimeFormat(tongue, { dateStyle: "medium", timeStyle: "short" }).format(
    new Date(saved),
  );

/** The list of stories below the form. */
async function fillShelf() {
  const shelf = byId("shelf");
  if (!shelf) return;
  let found;
  try {
    await saved_;
    found = (await ask("desk/stories")).stories;
  } catch {
    return;
  }
  if (!found.length) return;
  shelf.replaceChildren(
    el("h2", {}, t("desk_stories")),
    el(
      "ul.shelf",
      {},
      found.map((one) =>
        el(
          "li",
          {},
          button(".quiet.title", one.name, () => openStory(one.id), {
            "data-key": `open-${one.id}`,
          }),
          el("span.hint", {}, `${one.languages.join(" · ")} · ${when(one.saved)}`),
          el(
            "span",
            {},
            one.left
              ? t("remaining", { count: one.left })
              : el("span.ready-word", {}, shape("accepted"), " ", t("ready")),
          ),
          button(
            ".quiet",
            "×",
            async () => {
              await ask(`desk/stories/${one.id}`, undefined, "DELETE");
              render();
            },
            { "aria-label": t("desk_remove", { name: one.name }), "data-key": `forget-${one.id}` },
          ),
        ),
      ),
    ),
  );
}

/** The states of this story that the server has kept. */
async function openHistory() {
  const { states } = await ask(`desk/stories/${story.kept}`);
  const dialog = openDialog(
    "history",
    t("desk_history"),
    el(
      "ol.states",
      {},
      states.map(({ id, saved }) =>
        el(
          "li",
          {},
          button("", when(saved), () => {
            dialog.close();
            openStory(story.kept, id);
          }),
        ),
      ),
    ),
    el("div.actions", {}, closing()),
  );
}
