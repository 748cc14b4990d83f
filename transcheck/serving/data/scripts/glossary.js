// What is always so in this newsroom: rows of a glossary, kept in this browser and sent along.
const HOUSE = "glossary";

function houseRows() {
  try {
    const rows = JSON.parse(stored(HOUSE));
    return Array.isArray(rows) ? rows : [];
  } catch {
    return [];
  }
}

/** The row that would make a finding no error: what each edition says; or null. */
function rowFor(article, finding) {
  const certain = finding.suggestion && finding.family !== "name";
  if (!isFact(finding) || finding.suppressed || certain) return null;
  const row = {};
  finding.occurrences.forEach((place) => {
    const { language } = article.editions[place[EDITION]];
    const words = segmentAt(article, place[EDITION], place[SEGMENT])
      [TEXT].slice(place[START], place[END])
      .replaceAll("|", " ");
    row[language] = row[language] && row[language] !== words ? `${row[language]}|${words}` : words;
  });
  return Object.keys(row).length < 2 ? null : { ...row, code: finding.code.slice(0, 3) };
}

/** From now on this is the same. */
async function alwaysSo(row) {
  const rows = [...houseRows(), row];
  store(HOUSE, JSON.stringify(rows));
  await change(() => [], () => t("desk_always_done"));
}

function houseButton(article, finding) {
  const row = rowFor(article, finding);
  if (!row) return null;
  return button(".quiet", t("desk_always"), () => alwaysSo(row), { "data-key": "always" });
}

/** The rows as the table that `--glossary` of the configuration takes. */
function houseTable() {
  const columns = [...INDEX.languages.map((language) => language.code), "code", "reason"];
  const field = (words) => (/[";\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
  const lines = houseRows().map((row) => columns.map((name) => field(row[name] || "")).join(";"));
  return `${[columns.join(";"), ...lines].join("\n")}\n`;
}

function openHouse() {
  const dialog = openDialog(
    "house",
    t("desk_house"),
    el("p", {}, t("desk_house_hint")),
    el(
      "ul.taken",
      {},
      houseRows().map((row, n) =>
        el(
          "li",
          {},
          INDEX.languages
            .filter(({ code }) => row[code])
            .map(({ code }) => row[code])
            .join(" = "),
          button(
            ".quiet",
            "×",
            () => {
              store(HOUSE, JSON.stringify(houseRows().filter((_, other) => other !== n)));
              dialog.close();
              if (!atForm()) change(() => []);
            },
            { "aria-label": t("desk_remove", { name: Object.values(row).join(" ") }) },
          ),
        ),
      ),
    ),
    el(
      "div.actions",
      {},
      button("", t("desk_house_save"), () => offer("glossary.csv", [houseTable()]), {
        "data-key": "house-save",
      }),
      closing(),
    ),
  );
}
