// A note for the translator: what to correct, where, and the sentence in every edition.

function noteOf(article, finding) {
  const lines = [`${article.article} · ${finding.code}`, t("note_head", { what: message(finding) }), ""];
  article.editions.forEach((edition, n) => {
    const segments = concerned(article, finding, n);
    const place = segments.length ? `${edition.path}:${segmentAt(article, n, segments[0])[LINE]}` : edition.path;
    const suspect = finding.suspects.includes(edition.language) ? ` ▸ ${t("note_suspect")}` : "";
    lines.push(`[${edition.language}]${suspect} ${place}`);
    lines.push(segments.length ? segments.map((index) => segmentAt(article, n, index)[TEXT]).join(" ") : `∅ ${t("gap")}`, "");
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

const copyNote = (article, finding) => copy(noteOf(article, finding), t("note_done"));
const copyLink = (finding) => copy(`${location.href.split("#")[0]}#finding=${finding.fingerprint}`, t("link_done"));
