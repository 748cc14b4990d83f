// The bar on top: where we are, what remains, and the page's own settings.

function headerBar() {
  const scope = state.article === null ? INDEX.articles.map((_, n) => n) : [state.article];
  const counts_ = live.empty?.() ? null : remaining(scope);
  return [
    el(
      "div.brand",
      {},
      svg(
        "svg.logo",
        { viewBox: "0 0 24 24", width: 22, height: 22, "aria-hidden": "true" },
        svg("path", { d: "M3 4h4v16H3zM10 4h4v6h-4zM10 14h4v6h-4zM17 4h4v16h-4z" }),
      ),
      SINGLE
        ? el("span", {}, "transcheck")
        : el(
            "a",
            {
              href: fragment({ article: null, finding: null }),
              "data-key": "home",
              onclick: (event) => {
                event.preventDefault();
                show({ article: null, finding: null });
              },
            },
            "transcheck",
          ),
    ),
    SINGLE ? null : articleChoice(),
    counts_ ? counter(counts_) : el("p.counter"),
    el(
      "div.tools",
      {},
      live.tools?.(),
      live.empty?.()
        ? null
        : button(
            "",
            "",
            takeBack,
            {
              "data-key": "undo",
              "aria-label": t("undo"),
              "aria-keyshortcuts": "u",
              disabled: !past.length,
            },
            "↶",
            el("span.long", {}, ` ${t("undo")}`),
          ),
      live.empty?.() ? null : button("", t("export"), exportBaseline, { "data-key": "export" }),
      moreMenu(),
      select(
        "language",
        t("language"),
        TONGUES.map((code) => [
          code,
          INDEX.languages.find((language) => language.code === code).endonym,
        ]),
        tongue,
        (code) => {
          store("language", code);
          show({ language: code });
        },
      ),
      button(".round", "?", openHelp, {
        "data-key": "help",
        "aria-label": t("help"),
        "aria-keyshortcuts": "?",
      }),
    ),
  ];
}

/** What is seldom wanted, out of the way. */
function moreMenu() {
  const theme = select(
    "theme",
    t("theme"),
    ["auto", "light", "dark"].map((name) => [name, t(`theme_${name}`)]),
    stored("theme") || "auto",
    (name) => {
      store("theme", name);
      paint(name);
    },
  );
  const menu = el(
    "details.menu",
    { open: Boolean(document.querySelector(".menu")?.open) },
    el("summary", { "data-key": "menu" }, `${t("menu")} ▾`),
    el(
      "div",
      {},
      live.menu?.(),
      live.empty?.() ? null : button("", t("notes_all"), copyAllNotes, { "data-key": "notes" }),
      live.empty?.() ? null : button("", t("import"), chooseBaseline, { "data-key": "import" }),
      button(
        "",
        t("print"),
        () => {
          menu.open = false;
          print();
        },
        { "data-key": "print" },
      ),
      el("label", { for: "choose-theme" }, t("theme"), theme),
      el(
        "label.tick",
        { for: "letter-keys" },
        el("input", {
          type: "checkbox",
          id: "letter-keys",
          "data-key": "letter-keys",
          checked: stored("keys") !== "off",
          onchange: (event) => store("keys", event.target.checked ? "on" : "off"),
        }),
        t("letter_keys"),
      ),
    ),
  );
  return menu;
}

addEventListener("click", (event) => {
  const menu = document.querySelector(".menu[open]");
  if (menu && (!menu.contains(event.target) || event.target.closest("button"))) menu.open = false;
});

function articleChoice() {
  const options = [
    ["", t("overview")],
    ...INDEX.articles.map((entry, n) => [String(n), entry.article]),
  ];
  return el(
    "nav.where",
    { "aria-label": t("articles") },
    button(".round", "‹", () => stepArticle(-1), {
      "data-key": "previous-article",
      "aria-label": t("previous_article"),
      "aria-keyshortcuts": "[",
    }),
    select(
      "article",
      t("article"),
      options,
      state.article === null ? "" : String(state.article),
      (value) => show({ article: value === "" ? null : Number(value), finding: null }),
    ),
    button(".round", "›", () => stepArticle(1), {
      "data-key": "next-article",
      "aria-label": t("next_article"),
      "aria-keyshortcuts": "]",
    }),
  );
}

function counter({ left, marked, total, skipped }) {
  if (!total && !live.empty) return el("p.counter", { id: "counter", "data-left": "0" }, "");
  const done = el(
    "span.done",
    {},
    svg(
      "svg",
      { viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
      svg("rect.all", { width: 100, height: 6 }),
      svg("rect.part", { width: (100 * (total - left)) / Math.max(1, total), height: 6 }),
    ),
  );
  return el(
    "p.counter",
    { id: "counter", "data-left": left },
    done,
    left
      ? el(
          "span",
          {},
          t("remaining", { count: left }),
          marked ? ` · ${t("marked", { count: marked })}` : null,
        )
      : el("span.ready-word", {}, shape("accepted"), " ", skipped ? t("decided") : t("ready")),
  );
}

function paint(theme) {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

function notices() {
  refill(
    byId("notices"),
    keeps ? null : el("p.notice", { role: "alert" }, t("no_storage")),
    state.lost ? el("p.notice", { role: "alert" }, t("not_found")) : null,
  );
}
