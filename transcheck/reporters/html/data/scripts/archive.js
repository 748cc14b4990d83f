// The page about an archive stands in the file in English; this says it in another language.

/** What an element says, by the attribute that it has. */
const WAYS = {
  text: ({ text, values }) => t(text, values && JSON.parse(values)),
  number: (data) => number(Number(data.number)),
  term: (data) => term(...data.term.split(".")),
  message: (data) => message(JSON.parse(data.message)),
};

function tell(code) {
  speak(code);
  for (const [name, way] of Object.entries(WAYS))
    for (const element of document.querySelectorAll(`[data-${name}]`))
      element.textContent = way(element.dataset);
  document.title = `${t("title")} · transcheck`;
  refill(byId("tools"), languageChoice());
}

function languageChoice() {
  return select(
    "language",
    t("language"),
    TONGUES.map((code) => [code, TEXTS.endonyms[code]]),
    tongue,
    (code) => {
      store("language", code);
      history.replaceState(null, "", `#language=${code}`);
      tell(code);
    },
  );
}

function tellAsAskedFor() {
  const named = new URLSearchParams(location.hash.slice(1)).get("language");
  tell(named || stored("language"));
}

byId("skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address says the language
  byId("main").focus();
});
addEventListener("hashchange", tellAsAskedFor);
tellAsAskedFor();
