// What is always so in this newsroom: rows of a glossary. A server that keeps stories keeps
// them for everybody; without one this browser does, and sends them along.
const HOUSE = "glossary";
let shared = [];

/** The rows that this browser keeps. */
function houseRows() {
  try {
    const rows = JSON.parse(stored(HOUSE));
    return Array.isArray(rows) ? rows : [];
  } catch {
    return [];
  }
}

/** Learn which rows the server keeps. */
async function fetchShared() {
  if (!SETTINGS.keeps) return;
  shared = (await ask("desk/glossary")).rows;
}

/** All rows that hold, each with what takes it out: {row, forget}. */
const allRows = () => [
  ...shared.map(({ id, row }) => ({ row, forget: () => forgetShared(id) })),
  ...houseRows().map((row) => ({ row, forget: () => forgetOwn(row) })),
];

async function forgetShared(id) {
  await ask(`desk/glossary/${id}`, undefined, "DELETE");
  await fetchShared();
}

function forgetOwn(row) {
  const same = JSON.stringify(row);
  store(HOUSE, JSON.stringify(houseRows().filter((other) => JSON.stringify(other) !== same)));
}

/** Keep a row; returns what takes it out again. */
async function keepRow(row) {
  if (SETTINGS.keeps) {
    const { id } = await ask("desk/glossary", row);
    return () => forgetShared(id).catch(fail);
  }
  store(HOUSE, JSON.stringify([...houseRows(), row]));
  return () => forgetOwn(row);
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

/** From now on this is the same, in every story. */
async function alwaysSo(row) {
  let forget;
  try {
    forget = await keepRow(row);
  } catch (refusal) {
    fail(refusal);
    return draw();
  }
  return change(() => [], () => t("desk_always_done"), forget);
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
  const lines = allRows().map(({ row }) => columns.map((name) => field(row[name] || "")).join(";"));
  return `${[columns.join(";"), ...lines].join("\n")}\n`;
}

async function openHouse() {
  await fetchShared().catch(fail);
  const rows = allRows();
  const dialog = openDialog(
    "house",
    t("desk_house"),
    el("p", {}, t(SETTINGS.keeps ? "desk_house_shared" : "desk_house_hint")),
    rows.length
      ? el("ul.taken", {}, rows.map(houseLine))
      : el("p.hint", {}, t("desk_house_empty", { button: quote(t("desk_always")) })),
    el(
      "div.actions",
      {},
      rows.length
        ? button("", t("desk_house_save"), () => offer("glossary.csv", [houseTable()]), {
            "data-key": "house-save",
          })
        : null,
      closing(),
    ),
  );

  function houseLine({ row, forget }) {
    const words = INDEX.languages.filter(({ code }) => row[code]).map(({ code }) => row[code]);
    const remove = async () => {
      await Promise.resolve(forget()).catch(fail);
      dialog.close();
      if (!atForm()) change(() => []);
    };
    const name = t("desk_remove", { name: words.join(" = ") });
    return el(
      "li",
      {},
      el("span", {}, words.join(" = ")),
      button(".quiet", "×", remove, { "aria-label": name, "data-key": "house-remove" }),
    );
  }
}
