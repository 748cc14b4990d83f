// Filters with counts: what each would leave, given the others. In the overview the charts
// are the filters, but for the state.

function toggle(dimension, key) {
  const next = new Set(state[dimension]);
  if (!next.delete(key)) next.add(key);
  show({ [dimension]: next });
}

/** How many findings each key of a filter stands for, in the article or in all of them. */
function counted(dimension, keys) {
  const positions = state.article === null ? INDEX.articles.map((_, n) => n) : [state.article];
  const found = positions
    .flatMap((position) => visible(position, dimension))
    .filter((finding) => dimension === "state" || counts(finding));
  const values = {
    severity: (f) => [f.severity],
    family: (f) => [f.family],
    edition: (f) => (f.suspects.length ? f.suspects : ["none"]),
    state: (f) => [stateOf(f)],
  }[dimension];
  const totals = new Map(keys.map((key) => [key, 0]));
  found.forEach((finding) =>
    values(finding).forEach((key) => totals.set(key, (totals.get(key) || 0) + 1)),
  );
  return [...totals];
}

function filterBar() {
  const editions =
    state.article === null ? [] : [...INDEX.articles[state.article].editions, "none"];
  const groups = [
    ["severity", t("severity"), SEVERITIES, (key) => [shape(key), term("severities", key)]],
    ["family", t("family"), FAMILIES, (key) => [term("family", key)]],
    ["edition", t("edition_short"), editions, (key) => [editionLabel(key)]],
    ["state", t("state"), STATES, (key) => [shape(key), term("state", key)]],
  ];
  return el(
    "search.filters",
    {},
    el(
      "label.search",
      {},
      el("span.unseen", {}, t("search")),
      el("input", {
        type: "search",
        value: state.q,
        placeholder: t("search_hint"),
        "data-key": "search",
        id: "search",
        oninput: (event) => searchFor(event.target.value),
      }),
    ),
    el(
      "details.filter-box",
      { open: document.querySelector(".filter-box")?.open ?? wide() },
      el("summary", { "data-key": "filter-box" }, t("filters"), filtering() ? " •" : ""),
      el(
        "div.filter-groups",
        {},
        groups
          .filter(([dimension]) => state.article !== null || dimension === "state")
          .map(filterGroup),
      ),
      filtering()
        ? button(
            ".quiet.clear",
            t("clear_filters"),
            () =>
              show({
                severity: new Set(),
                family: new Set(),
                edition: new Set(),
                state: new Set(),
                q: "",
              }),
            { "data-key": "clear" },
          )
        : null,
    ),
    state.article !== null && INDEX.articles[state.article].findings.length
      ? foldButton(".bar-fold")
      : null,
  );
}

const foldButton = (classes) =>
  button(
    `.quiet${classes}`,
    state.fold === "none" ? t("fold") : t("unfold"),
    () => show({ fold: state.fold === "none" ? "" : "none" }),
    { "data-key": `fold${classes}`, "aria-keyshortcuts": "f" },
  );

// Where there is room the filters are open; after that, as the reader left them.
const wide = () => matchMedia("(min-width: 75.01rem)").matches;

function filterGroup([dimension, label, keys, content]) {
  const choices = counted(dimension, keys).filter(
    ([key, count]) => count || state[dimension].has(key),
  );
  // The states are there from the beginning, so that nothing moves at the first decision.
  if (choices.length < 2 && !state[dimension].size && dimension !== "state") return null;
  if (!choices.length) return null;
  return el(
    "div.filter-group",
    { role: "group", "aria-label": label },
    el("span.filter-name", { "aria-hidden": "true" }, label),
    choices.map(([key, count]) =>
      button(
        ".chip",
        "",
        () => toggle(dimension, key),
        {
          "aria-pressed": String(state[dimension].has(key)),
          "data-key": `filter-${dimension}-${key}`,
          "data-filter": `${dimension}=${key}`,
        },
        content(key),
        " ",
        el("span.count", {}, number(count)),
      ),
    ),
  );
}

let searching = 0;

/** Search when the typing pauses: with many articles every letter costs. */
function searchFor(words) {
  state.q = words;
  clearTimeout(searching);
  searching = setTimeout(() => {
    show({ q: words });
    showHit();
  }, 150);
}
