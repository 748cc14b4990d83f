// Asking the server that this page came from, and the word that it may want to know.
const SETTINGS = JSON.parse(byId("settings").textContent);
SINGLE = true;

/** What a window remembers until it is closed; each window has its own story. */
function kept(name) {
  try {
    return sessionStorage.getItem(`transcheck:${name}`) || "";
  } catch {
    return "";
  }
}

function keep(name, value) {
  try {
    if (value) sessionStorage.setItem(`transcheck:${name}`, value);
    else sessionStorage.removeItem(`transcheck:${name}`);
  } catch {
    /* too large, or forbidden: it holds until the page is left */
  }
}

let word = kept("token");

/** Why something was not done: a line for the editor, and what the server says of it. */
class Refusal extends Error {
  constructor(status, told) {
    const key = { 0: "gone", 413: "long", 429: "busy", 503: "busy", 504: "late" }[status];
    const said = [told?.message, told?.hint].filter(Boolean).join("; ");
    super(key ? t(`desk_${key}`) : said || t("desk_failed"));
    this.status = status;
  }
}

/** Ask with a value, or for something; returns what the server tells. */
async function ask(path, value, method = value === undefined ? "GET" : "POST") {
  const headers = value === undefined ? {} : { "content-type": "application/json" };
  if (word) headers.authorization = `Bearer ${word}`;
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers,
      body: JSON.stringify(value),
      credentials: "omit",
      redirect: "error",
    });
  } catch {
    throw new Refusal(0);
  }
  const told = await answer.json().catch(() => ({}));
  if (answer.status === 401) {
    await askForWord();
    return ask(path, value, method);
  }
  if (!answer.ok) throw new Refusal(answer.status, told.error);
  return told;
}

/** Ask the editor for the word; it is remembered until the window is closed. */
function askForWord() {
  return new Promise((resolve, reject) => {
    let given = false;
    const input = el("input", {
      id: "word",
      type: "password",
      required: true,
      autocomplete: "current-password",
    });
    const dialog = openDialog(
      "word",
      t("desk_word_title"),
      el("p", {}, t("desk_word_hint")),
      el(
        "form",
        {
          method: "dialog",
          onsubmit: (event) => {
            event.preventDefault();
            word = input.value.trim();
            keep("token", word);
            given = true;
            dialog.close();
          },
        },
        el("label", { for: "word" }, t("desk_word")),
        input,
        el(
          "div.actions",
          {},
          el("button.primary", { type: "submit" }, t("desk_word_send")),
          button(".quiet", t("cancel"), () => dialog.close()),
        ),
      ),
    );
    dialog.addEventListener("close", () =>
      given ? resolve() : reject(new Refusal(401, { message: t("desk_word_title") })),
    );
    input.focus();
  });
}
