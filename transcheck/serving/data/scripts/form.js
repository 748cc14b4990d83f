// The first page of the desk: where texts come in.

function form() {
  document.body.className = `at-desk${story.busy ? " checking" : ""}`;
  document.title = `${t("desk_title")} · transcheck`;
  refill(
    byId("main"),
    el(
      "form.desk",
      {
        onsubmit: (event) => {
          event.preventDefault();
          checkAll();
        },
      },
      el("h1", {}, t("desk_title")),
      el("p.lead", {}, t("desk_lead")),
      story.problem
        ? el("p.notice", { id: "desk-problem", role: "alert", tabindex: "-1" }, story.problem)
        : null,
      el("div.slots", {}, given.texts.map(slot)),
      el("div.more-ways", {}, fileBox(), addressBox()),
      el(
        "div.go",
        {},
        el(
          "button.primary.big",
          { type: "submit", "data-key": "check", "aria-keyshortcuts": "Control+Enter" },
          t("desk_check"),
        ),
        button(".quiet", t("desk_example"), tryExample, { "data-key": "example" }),
        isGiven()
          ? button(".quiet", t("desk_clear"), clearForm, { "data-key": "clear-desk" })
          : null,
        el("span.working", {}, t("desk_checking")),
      ),
      el("p.hint", {}, t(SETTINGS.keeps ? "desk_keeps" : "desk_forgets")),
      SETTINGS.keeps ? el("section", { id: "shelf", "aria-label": t("desk_stories") }) : null,
      bookmark(),
    ),
  );
}

const isGiven = () => given.texts.some(Boolean) || given.files.length || given.addresses;

function slot(text, n) {
  const tongue_ = el("span.tongue", { id: `tongue-${n}` });
  const tell = (words) => {
    const language = tongueOf(words);
    tongue_.textContent = isAddress(words.trim())
      ? t("desk_is_address")
      : language
        ? language.endonym
        : "";
  };
  const area = el("textarea", {
    id: `text-${n}`,
    "data-key": `text-${n}`,
    "data-slot": n,
    rows: 12,
    placeholder: t(n ? "desk_paste_more" : "desk_paste"),
    "aria-describedby": `tongue-${n}`,
    value: text,
    oninput: (event) => {
      given.texts[n] = event.target.value;
      tell(event.target.value);
    },
    onpaste: (event) => {
      if (pasteInto(event.target, event.clipboardData)) event.preventDefault();
    },
  });
  tell(text);
  return el(
    "div.slot",
    {},
    el("label", { for: `text-${n}` }, t(`desk_text_${n + 1}`)),
    tongue_,
    area,
  );
}

function fileBox() {
  const input = el("input.unseen", {
    type: "file",
    id: "files",
    "data-key": "files",
    multiple: true,
    accept: SETTINGS.suffixes.join(","),
    onchange: (event) => takeFiles(event.target.files),
  });
  return el(
    "div.files",
    {},
    input,
    el("label.as-button", { for: "files" }, t("desk_files")),
    el("span.hint", {}, t("desk_drop")),
    given.files.length
      ? el(
          "ul.taken",
          {},
          given.files.map((file, n) =>
            el(
              "li",
              {},
              el("bdi", {}, file.name),
              button(
                ".quiet",
                "×",
                () => {
                  given.files.splice(n, 1);
                  render();
                },
                { "aria-label": t("desk_remove", { name: file.name }), "data-key": `remove-${n}` },
              ),
            ),
          ),
        )
      : null,
  );
}

function addressBox() {
  return el(
    "div.addresses",
    {},
    el("label", { for: "addresses" }, t("desk_addresses")),
    el("input", {
      id: "addresses",
      "data-key": "addresses",
      type: "text",
      inputmode: "url",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: "https://",
      value: given.addresses,
      "aria-describedby": "addresses-hint",
      oninput: (event) => {
        given.addresses = event.target.value;
      },
    }),
    el("span.hint", { id: "addresses-hint" }, t("desk_addresses_hint")),
  );
}

function tryExample() {
  given.texts = [...SETTINGS.example];
  given.files = [];
  given.addresses = "";
  checkAll();
}

function clearForm() {
  given.texts = ["", "", ""];
  given.files = [];
  given.addresses = "";
  story.problem = "";
  render();
  byId("text-0").focus();
}

/** A bookmark that opens this page with the editions of the page that one looks at. */
function bookmark() {
  const codes = JSON.stringify([...INDEX.languages.map((language) => language.code), "ua"]);
  const program = `(()=>{const a=[...document.querySelectorAll("link[rel~=alternate][hreflang]")].filter(l=>${codes}.includes(l.hreflang.slice(0,2).toLowerCase())).map(l=>l.href);const u=a.length>1?[...new Set(a)]:[location.href];open(${JSON.stringify(location.origin + location.pathname)}+"#"+u.map(x=>"url="+encodeURIComponent(x)).join("&"))})()`;
  return el(
    "details.bookmark",
    {},
    el("summary", { "data-key": "bookmark" }, t("desk_bookmark")),
    el("p", {}, t("desk_bookmark_hint")),
    el(
      "a.as-button",
      { href: `javascript:${encodeURIComponent(program)}`, "data-key": "bookmarklet" },
      "transcheck",
    ),
  );
}

addEventListener("dragover", (event) => {
  if (!atForm()) return;
  event.preventDefault();
  document.body.classList.add("dropping");
});
addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("dropping");
});
addEventListener("drop", (event) => {
  if (!atForm()) return;
  event.preventDefault();
  document.body.classList.remove("dropping");
  if (event.dataTransfer.files.length) takeFiles(event.dataTransfer.files);
});
addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && atForm() && !story.busy) {
    event.preventDefault();
    checkAll();
  }
});
