// A note for the translator: what to correct, where, and the sentence in every edition.

function noteOf(article, finding) {
  const lines = [
    `${article.article} · ${finding.code}`,
    t("note_head", { what: message(finding) }),
    "",
  ];
  article.editions.forEach((edition, n) => {
    const segments = concerned(article, finding, n);
    const place = segments.length
      ? `${edition.path}:${segmentAt(article, n, segments[0])[LINE]}`
      : edition.path;
    const suspect = finding.suspects.includes(edition.language) ? ` ▸ ${t("note_suspect")}` : "";
    lines.push(`[${edition.language}]${suspect} ${place}`);
    lines.push(
      segments.length
        ? segments.map((index) => segmentAt(article, n, index)[TEXT]).join(" ")
        : `∅ ${t("gap")}`,
      "",
    );
  });
  return lines.join("\n").trimEnd();
}

async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    openText(t("note_failed"), text);
  }
}

/** The notes of everything marked for correction, in this article or in all of them. */
function allNotes() {
  const positions = state.article === null ? INDEX.articles.map((_, n) => n) : [state.article];
  return positions.flatMap((position) =>
    INDEX.articles[position].findings
      .filter((brief) => stateOf(brief) === "correction")
      .map((brief) =>
        noteOf(articleAt(position), articleAt(position).byFingerprint.get(brief.fingerprint)),
      ),
  );
}

function copyAllNotes() {
  const notes = allNotes();
  if (notes.length) copy(notes.join("\n\n----\n\n"), t("notes_done", { count: notes.length }));
  else say(t("notes_none"));
}

const copyNote = (article, finding) => copy(noteOf(article, finding), t("note_done"));
const copyLink = (finding) =>
  copy(`${location.href.split("#")[0]}#finding=${finding.fingerprint}`, t("link_done"));
