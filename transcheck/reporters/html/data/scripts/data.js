// The data of the page: an index of everything, articles read when they are looked at.
let INDEX = JSON.parse(byId("index").textContent);
const SEVERITIES = ["error", "warning", "info"];
const FAMILIES = [
  "missing",
  "added",
  "moved",
  "partial",
  "number",
  "date",
  "name",
  "language",
  "meaning",
];
const STATES = ["open", "accepted", "correction", "suppressed"];
let SINGLE = INDEX.articles.length === 1;
const HOME = new Map();
const parsed = new Map();
/** What a page that is served by the desk adds at some places; a page in a file has nothing. */
const live = {};

function findHomes() {
  HOME.clear();
  INDEX.articles.forEach((entry, position) => {
    entry.findings.forEach((finding) => HOME.set(finding.fingerprint, { position, finding }));
  });
}
findHomes();

/** The article at a position of the index, with its rows and the numbers of its findings. */
function articleAt(position) {
  if (!parsed.has(position))
    parsed.set(position, prepared(JSON.parse(byId(`article-${position}`).textContent)));
  return parsed.get(position);
}

function prepared(article) {
  article.findings.forEach((finding, n) => {
    finding.number = n + 1;
  });
  article.byFingerprint = new Map(
    article.findings.map((finding) => [finding.fingerprint, finding]),
  );
  article.rows = rowsOf(article);
  joinFacts(article);
  return article;
}

const positionOf = (name) => INDEX.articles.findIndex((entry) => entry.article === name);
const segmentAt = (article, edition, index) => article.editions[edition].segments[index];
const TEXT = 0,
  KIND = 1,
  BLOCK = 2,
  LINE = 3,
  COLUMN = 4;
const EDITION = 0,
  SEGMENT = 1,
  START = 2,
  END = 3,
  VALUE = 4;

/** Who says what: groups of editions with the same words, those that stand alone first. */
function sayings(article, finding) {
  const groups = [];
  article.editions.forEach((edition, n) => {
    const own = finding.occurrences.filter((place) => place[EDITION] === n);
    const words = own.map((place) =>
      segmentAt(article, n, place[SEGMENT])[TEXT].slice(place[START], place[END]),
    );
    const text = words.length ? [...new Set(words)].join(" / ") : null;
    const suspect = finding.suspects.includes(edition.language);
    // An edition that is not concerned may say it elsewhere; one that leaves it out is named.
    if (text === null && !suspect && !(finding.parameters.absent || []).includes(edition.language))
      return;
    const same = groups.find((group) => group.text === text && group.suspect === suspect);
    if (same) same.languages.push(edition.language);
    else groups.push({ languages: [edition.language], text, suspect });
  });
  return groups.sort((a, b) => b.suspect - a.suspect);
}

/** Text as it is searched: case and kind of apostrophe make no difference; lengths stay. */
const folded = (text) => text.toLowerCase().replace(/[’ʼ`´]/g, "'");

/** Whether a text has all words that are searched. */
const has = (text, words) => words.every((word) => text.includes(word));

const searchedWords = () => folded(state.q).split(/\s+/).filter(Boolean);

/** All that can be searched in an article. */
function searchable(position) {
  const article = articleAt(position);
  if (article.searchable === undefined) {
    const texts = article.editions.flatMap((edition) =>
      edition.segments.map((segment) => segment[TEXT]),
    );
    const { title } = INDEX.articles[position];
    article.searchable = folded([article.article, title, ...texts].join("\n"));
  }
  return article.searchable;
}

function findingText(article, finding) {
  const words = finding.occurrences.map(
    (place) => segmentAt(article, place[EDITION], place[SEGMENT])[TEXT],
  );
  return folded(
    [finding.code, finding.rule, finding.message, message(finding), ...words].join("\n"),
  );
}
