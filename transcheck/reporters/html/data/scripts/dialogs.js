// Questions and help, in the browser's own dialogs: they keep the focus and close on Escape.

function openDialog(name, title, ...children) {
  const opener = document.activeElement;
  const key = opener?.dataset?.key;
  const dialog = el(
    `dialog.${name}`,
    { "aria-labelledby": "dialog-title" },
    el("h2", { id: "dialog-title" }, title),
    children,
  );
  dialog.addEventListener("close", () => {
    dialog.remove();
    const again = key && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (document.activeElement === document.body)
      (again || byId("main")).focus({ preventScroll: true });
  });
  byId("dialogs").replaceChildren(dialog);
  dialog.showModal();
  return dialog;
}

const closing = () =>
  button(".quiet", t("close"), (event) => event.target.closest("dialog").close());

function openAccept() {
  const here = chosen();
  if (!here || stateOf(here.finding) === "suppressed") return;
  const input = el("input", {
    id: "reason",
    required: true,
    list: "reasons",
    value: "",
    autocomplete: "off",
    "aria-describedby": "reason-hint",
  });
  const dialog = openDialog(
    "accept",
    t("accept_title"),
    el("p", {}, badge(here.finding), " ", message(here.finding)),
    el(
      "form",
      {
        method: "dialog",
        onsubmit: (event) => {
          event.preventDefault();
          const reason = input.value.trim();
          if (!reason) return;
          dialog.close();
          accept(reason);
        },
      },
      el("label", { for: "reason" }, t("reason")),
      input,
      el(
        "datalist",
        { id: "reasons" },
        reasons().map((reason) => el("option", { value: reason })),
      ),
      el(
        "div.presets",
        {},
        reasons().map((reason) =>
          button(".chip", reason, () => {
            input.value = reason;
            input.focus();
          }),
        ),
      ),
      el("p.hint", { id: "reason-hint" }, t("reason_hint")),
      el(
        "div.actions",
        {},
        el("button.primary", { type: "submit" }, t("accept")),
        button(".quiet", t("cancel"), () => dialog.close()),
      ),
    ),
  );
  input.focus();
}

const KEYS = [
  [["n", "j"], "key_next"],
  [["p", "k"], "key_previous"],
  [["a"], "key_accept"],
  [["x", "c"], "key_correct"],
  [["u"], "key_undo"],
  [["y"], "key_note"],
  [["f"], "key_fold"],
  [["]", "["], "key_articles"],
  [["o"], "key_overview"],
  [["/"], "key_search"],
  [["e"], "key_edit"],
  [["?"], "key_help"],
];

function openHelp() {
  const keys = KEYS.filter(
    ([, text]) =>
      (!SINGLE || !["key_articles", "key_overview"].includes(text)) &&
      (live.edit || text !== "key_edit"),
  );
  openDialog(
    "help",
    t("help"),
    el("p", {}, t("help_text")),
    el("p", {}, t("map_hint")),
    el("h3", {}, t("keys")),
    el(
      "dl.keys",
      {},
      keys.map(([names, text]) =>
        el(
          "div",
          {},
          el(
            "dt",
            {},
            names.map((name) => [el("kbd", {}, name), " "]),
          ),
          el("dd", {}, t(text)),
        ),
      ),
    ),
    el("p.measured", {}, `transcheck ${INDEX.version} · ${INDEX.signature.replaceAll("|", " · ")}`),
    el("div.actions", {}, closing()),
  );
}

function openText(title, text) {
  const area = el("textarea", { readonly: true, rows: 12, "aria-labelledby": "dialog-title" });
  area.value = text;
  openDialog("text", title, area, el("div.actions", {}, closing()));
  area.select();
}
