// The list of findings, grouped by severity.

function findingsPane(position) {
  const article = articleAt(position);
  const found = visible(position).map((brief) => article.byFingerprint.get(brief.fingerprint));
  const groups = SEVERITIES.map((severity) => [
    severity,
    found.filter((finding) => finding.severity === severity),
  ]);
  const whole = article.findings.length;
  if (live.empty && !whole && isReady()) return [];
  const empty = el(
    "p.empty",
    {},
    whole
      ? t("nothing_matches")
      : INDEX.articles[position].skipped.length
        ? t("unchecked")
        : INDEX.articles[position].editions.length < 2
          ? t("waiting")
          : t("no_findings"),
  );
  return [
    el("h2.unseen", {}, t("findings")),
    found.length
      ? groups
          .filter(([, some]) => some.length)
          .map(([severity, some]) => group(article, severity, some))
      : empty,
  ];
}

/** Whether a finding still says that something in the text is wrong. */
const isWrong = (finding) => ["open", "correction"].includes(stateOf(finding));

function group(article, severity, findings) {
  return el(
    "section.group",
    { "aria-labelledby": `group-${severity}` },
    el(
      "h3",
      { id: `group-${severity}` },
      shape(severity),
      ` ${term("severities", severity)} `,
      el("span.count", {}, number(findings.filter(isWrong).length)),
    ),
    el(
      "ol.cards",
      {},
      findings
        .filter((finding) => findings.find((one) => one.fact === finding.fact) === finding)
        .map((finding) => el("li", {}, card(article, finding))),
    ),
  );
}

/** The card of a fact; of several findings the one that is chosen is told in full. */
function card(article, head) {
  const finding = head.alike.find((each) => each.fingerprint === state.finding) || head;
  const open = state.finding === finding.fingerprint;
  const status = stateOf(finding);
  return el(
    `article.card.is-${status}.sev-${finding.severity}${open ? ".chosen" : ""}`,
    { id: head.fingerprint, "aria-labelledby": `head-${head.fingerprint}` },
    el(
      "h4",
      {},
      button(
        ".card-head",
        "",
        () => choose(finding.fingerprint),
        {
          id: `head-${head.fingerprint}`,
          "data-key": `card-${head.fingerprint}`,
          "aria-expanded": String(open),
        },
        badge(finding),
        el(
          "span.card-what",
          {},
          el(
            "span.card-line",
            {},
            el("span.family", {}, term("family", finding.family)),
            status === "open"
              ? live.isNew?.(finding)
                ? el("span.status.new", {}, t("desk_new"))
                : null
              : el("span.status", {}, shape(status), term("state", status)),
          ),
          brief(article, finding),
        ),
      ),
    ),
    head.alike.length > 1 ? places(head, finding) : null,
    open ? details(article, finding, status) : null,
  );
}

/** The other places of a fact. */
function places(head, finding) {
  return el(
    "p.places",
    {},
    t("places", { count: head.alike.length }),
    " ",
    head.alike.map((each) =>
      button(
        ".place",
        "",
        () => choose(each.fingerprint),
        {
          "aria-pressed": String(each === finding && each.fingerprint === state.finding),
          "aria-label": t("finding", { number: each.number }),
          "data-key": `place-${each.fingerprint}`,
        },
        badge(each),
      ),
    ),
  );
}

/** The number that a finding has in the list, the text and on the map, in its family's colour. */
function badge(finding) {
  return el(`span.badge.${hue(finding)}`, {}, String(finding.number));
}

const hue = (finding) => `hue-${Math.max(0, FAMILIES.indexOf(finding.family))}`;

const isFact = (finding) => ["number", "date", "name"].includes(finding.family);

/** Who says what in a line, or the message where the words are a whole passage. */
function brief(article, finding) {
  if (!isFact(finding)) return el("span.message", {}, told(article, finding));
  return el("span.message.sayings", {}, sayings(article, finding).map(saying));
}

/** The message, with what it quotes in the language of the quotation. */
function told(article, finding) {
  const text = message(finding);
  const words = finding.parameters.quote?.quote;
  const at = words ? text.indexOf(quote(words)) : -1;
  const place = finding.occurrences.find(
    (each) =>
      words &&
      segmentAt(article, each[EDITION], each[SEGMENT])
        [TEXT].slice(each[START])
        .startsWith(words.replace(/…$/, "")),
  );
  if (at < 0 || !place) return text;
  const end = at + quote(words).length;
  return [
    text.slice(0, at),
    el("span", { lang: article.editions[place[EDITION]].language }, text.slice(at, end)),
    text.slice(end),
  ];
}

function saying({ languages, text, suspect }) {
  return el(
    `span.saying${suspect ? ".suspect" : ""}`,
    {},
    el(
      "span.who",
      {},
      suspect ? el("span", { "aria-hidden": "true" }, "▸") : null,
      suspect ? el("span.unseen", {}, `${t("suspect")}: `) : null,
      languages.join(", "),
    ),
    " ",
    text === null
      ? el("span.silent", {}, t("nothing_said"))
      : el("q.words", { lang: languages[0] }, text),
  );
}
