// What a finding has to say when it is chosen.

function details(article, finding, status) {
  return el(
    "div.card-body",
    {},
    full(finding),
    el(
      "p.rule",
      {},
      el("code", {}, finding.code),
      ` ${finding.rule}`,
      finding.suspects.length
        ? [" · ", el("b", {}, `▸ ${list(finding.suspects)}`), ` ${t("suspect")}`]
        : null,
      ` · ${t("confidence", { percent: Math.round(100 * finding.confidence) })}`,
    ),
    why(finding, status),
    advice(article, finding, status),
    el(
      "div.excerpts",
      {},
      article.editions.map((edition, n) => excerpt(article, finding, n)),
    ),
    el(
      "div.actions",
      {},
      status === "suppressed" && finding.suppressed.by !== "baseline"
        ? null
        : status === "accepted" || status === "suppressed"
          ? button(".quiet", t("reopen"), reopen, { "data-key": "reopen" })
          : button(
              "",
              "",
              openAccept,
              { "data-key": "accept", "aria-keyshortcuts": "a" },
              shape("accepted"),
              t("accept"),
            ),
      status === "suppressed"
        ? null
        : button(
            status === "correction" ? ".pressed" : "",
            "",
            markForCorrection,
            {
              "data-key": "correct",
              "aria-keyshortcuts": "x",
              "aria-pressed": String(status === "correction"),
            },
            shape("correction"),
            t("correct"),
          ),
      status === "suppressed" ? null : live.more?.(article, finding),
      button(".quiet", t("note"), () => copyNote(article, finding), {
        "data-key": "note",
        "aria-keyshortcuts": "y",
      }),
      button(".quiet", t("link"), () => copyLink(finding), { "data-key": "link" }),
    ),
    manualOf(finding),
  );
}

/** The message, where the head of the card does not say it already. */
function full(finding) {
  const told =
    finding.template === "default" &&
    Object.values(finding.parameters).every((value) => Array.isArray(value) || value.sayings);
  return isFact(finding) && !told ? el("p.full", {}, message(finding)) : null;
}

function why(finding, status) {
  if (status === "suppressed")
    return el("p.why", {}, `${t(`by_${finding.suppressed.by}`)}: ${finding.suppressed.reason}`);
  if (status === "accepted")
    return el("p.why", {}, `${t("reason")}: ${decisions.get(finding.fingerprint).reason}`);
  return null;
}

const LONGEST = 4;

/** The sentences of an edition that a finding points at; else what stands in the same places. */
function concerned(article, finding, n) {
  const own = finding.occurrences
    .filter((place) => place[EDITION] === n)
    .map((place) => place[SEGMENT]);
  return [...new Set(own.length ? own : finding.rows.flatMap((row) => row.sides[n]))].sort(
    (a, b) => a - b,
  );
}

/** What an edition says at the place, for screens where the text is not beside the list. */
function excerpt(article, finding, n) {
  const edition = article.editions[n];
  const segments = concerned(article, finding, n);
  const [folder, name] = edition.path.split(/([^/]*)$/);
  const line = segments.length ? `:${segmentAt(article, n, segments[0])[LINE]}` : "";
  return el(
    `div.excerpt${finding.suspects.includes(edition.language) ? ".suspect" : ""}`,
    {},
    el(
      "p.where",
      {},
      `${finding.suspects.includes(edition.language) ? "▸ " : ""}${edition.language}`,
      el("span.path", {}, " ", el("span.folder", {}, folder), name + line),
    ),
    segments.length
      ? paragraphs(article, n, segments.slice(0, LONGEST)).map((own, at, all) =>
          el(
            "p.words",
            { lang: edition.language },
            own.map((index) => [pieces(article, n, index, [finding]), " "]),
            segments.length > LONGEST && at === all.length - 1 ? "…" : null,
          ),
        )
      : el("p.silent", {}, `∅ ${t("gap")}`),
  );
}

function manualOf(finding) {
  const text = manual(finding.code);
  if (!text) return null;
  const example = (name) =>
    text.examples[name] &&
    el(
      "div.example",
      {},
      el("h5", {}, t(name)),
      text.examples[name].map(([code, words]) =>
        el("p", {}, el("b", {}, `${code} `), el("span", { lang: code }, words)),
      ),
    );
  return el(
    "details.manual",
    {},
    el("summary", { "data-key": "manual" }, t("manual")),
    el("p.summary", {}, text.summary),
    text.body.map((paragraph) => el("p", {}, paragraph)),
    example("bad"),
    example("good"),
  );
}
