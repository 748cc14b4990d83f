// What the desk adds to the report's page: buttons that correct, what came of it, the texts.

/** What to do about a finding, as a button that does it. */
function adviceButton(article, finding, text) {
  const gap = correction(article, finding) ? null : insertion(article, finding);
  const work_ = gap
    ? () => insert(article, gap.edition, gap.segment)
    : () => correct(finding.fingerprint);
  return el("p.advice", {}, button(".primary", text, work_, { "data-key": "advice" }));
}

/** Write what is right in place of what is wrong, wherever it is, and go on to what is open. */
async function correct(fingerprint) {
  let said = null;
  const wanted = () => {
    const article = articleAt(0);
    const finding = article.byFingerprint.get(fingerprint);
    const certain = (finding?.alike || []).map((one) => correction(article, one)).filter(Boolean);
    if (!certain.length) return null;
    said ??= { old: quote(certain[0].old), new: quote(certain[0].new) };
    return corrections(article, certain);
  };
  await change(wanted, () => t("desk_replaced", said));
  if (HOME.has(fingerprint) || atForm()) return;
  const next = INDEX.articles[0].findings.find((brief) => stateOf(brief) === "open");
  if (next && !active) choose(next.fingerprint);
}

/** Corrections as changes of sentences, of which one may have several. */
function corrections(article, certain) {
  const changes = new Map();
  for (const each of certain.sort((a, b) => b.start - a.start)) {
    const { edition, segment } = each;
    const key = `${edition} ${segment}`;
    const { language } = article.editions[edition];
    const text = changes.get(key)?.text ?? segmentAt(article, edition, segment)[TEXT];
    const next = text.slice(0, each.start) + each.new + text.slice(each.end);
    changes.set(key, { language, segment, text: next });
  }
  return [...changes.values()];
}

function gapButton(row, language) {
  const article = articleAt(0);
  const n = article.editions.findIndex((edition) => edition.language === language);
  const segment = standsBehind(article, row, n);
  return button(".quiet.write", t("desk_write"), () => insert(article, n, segment), {
    "data-key": `write-${n}-${row.index}`,
  });
}

/** Above the list: what went wrong, or that nothing is wrong any longer. */
function verdict() {
  if (story.problem) return el("p.notice", { role: "alert" }, story.problem);
  if (!isReady()) return null;
  return el(
    "div.ready",
    { id: "ready" },
    el("h2", {}, shape("accepted"), " ", t("ready")),
    el("p", {}, t("desk_ready_hint")),
    el(
      "div.actions",
      {},
      articleAt(0).editions.map((edition) => editionButtons(edition)),
    ),
  );
}

/** Below the list: what was corrected since the story came in. */
function correctedList() {
  const gone = corrected();
  if (!gone.length) return null;
  return el(
    "section.group.gone",
    { "aria-labelledby": "group-gone" },
    el(
      "h3",
      { id: "group-gone" },
      shape("accepted"),
      ` ${t("desk_corrected")} `,
      el("span.count", {}, number(gone.length)),
    ),
    el(
      "ol.cards",
      {},
      gone.map(([, family, words]) =>
        el(
          "li.card.done",
          {},
          el("span.family", {}, term("family", family)),
          " ",
          el("s", {}, words),
        ),
      ),
    ),
  );
}

const sourceOf = (language) => {
  const n = story.answer.article.editions.findIndex((edition) => edition.language === language);
  return story.answer.sources[story.answer.holders[n]];
};

function bytesOf(source) {
  return Uint8Array.from(atob(source.data), (sign) => sign.charCodeAt(0));
}

/** The text of an edition: what its source says where it is plain text, else its paragraphs. */
function textOf(language) {
  const source = sourceOf(language);
  const alone = story.answer.holders.filter((n) => story.answer.sources[n] === source).length === 1;
  if (alone && ["plain text", "markdown"].includes(source.format)) {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(source));
    } catch {
      /* in an older encoding: its paragraphs are what can be copied */
    }
  }
  const article = articleAt(0);
  const n = article.editions.findIndex((edition) => edition.language === language);
  const all = article.editions[n].segments.map((_, index) => index);
  return paragraphs(article, n, all)
    .map((indexes) => indexes.map((index) => segmentAt(article, n, index)[TEXT]).join(" "))
    .join("\n\n");
}

const ENDINGS = { markdown: ".md", html: ".html", "html fragment": ".html" };

/** Let an edition be saved, with all that was written in it. */
const download = (language) =>
  act(() => {
    const source = sourceOf(language);
    const name = source.name || `${language}${ENDINGS[source.format] || ".txt"}`;
    offer(name, [bytesOf(source)]);
  });

/** Copy an edition with all that was written in it; a browser wants to hear of that at once. */
async function copyEdition(language) {
  let text = null;
  const ready = act(() => {
    text = textOf(language);
  });
  const bytes = ready.then(() => new Blob([text ?? ""], { type: "text/plain" }));
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": bytes })]);
    if (text !== null) say(t("desk_copied", { language }));
  } catch {
    // A browser that does not wait for what is copied, or lets nothing be copied.
    await ready;
    if (text !== null) await copy(text, t("desk_copied", { language }));
  }
}

/** Let the browser save a file. */
function offer(name, parts) {
  const url = URL.createObjectURL(new Blob(parts));
  const anchor = el("a", { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

function editionButtons({ language }) {
  return el(
    "span.edition-buttons",
    {},
    el("span.code", {}, language),
    button(".quiet", t("desk_copy"), () => copyEdition(language), {
      "data-copy": language,
      "aria-label": t("desk_copy_one", { language }),
    }),
    button(".quiet", t("desk_save"), () => download(language), {
      "data-save": language,
      "aria-label": t("desk_save_one", { language }),
    }),
  );
}
