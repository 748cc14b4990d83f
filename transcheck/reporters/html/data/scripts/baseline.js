// The decisions as the baseline file that the gate takes, and back.
const BASELINE = "transcheck-baseline/1";
const FIELDS = ["article", "code", "fingerprint", "message", "reason"];
let foreign = [];

/** Entries of everything accepted: here, in the baseline before, and in imported files. */
function baselineEntries() {
  const entries = new Map(foreign.map((entry) => [entry.fingerprint, entry]));
  INDEX.articles.forEach((listed, position) => {
    listed.findings.forEach((brief) => {
      const accepted = stateOf(brief) === "accepted";
      if (!accepted && stateOf(brief) !== "suppressed") return;
      const finding = articleAt(position).byFingerprint.get(brief.fingerprint);
      if (!accepted && brief.suppressed !== "baseline") return;
      const reason = accepted ? decisions.get(brief.fingerprint).reason : finding.suppressed.reason;
      entries.set(brief.fingerprint, {
        article: listed.article,
        code: finding.code,
        fingerprint: finding.fingerprint,
        message: finding.message,
        reason,
      });
    });
  });
  const order = (entry) => [entry.article, entry.code, entry.fingerprint];
  return [...entries.values()].sort((a, b) => compare(order(a), order(b)));
}

/** Compare lists of texts by code points, as the gate does. */
function compare(a, b) {
  for (let n = 0; n < a.length; n += 1) {
    const [left, right] = [[...a[n]], [...b[n]]];
    for (let m = 0; m < Math.max(left.length, right.length); m += 1) {
      const difference = (left[m]?.codePointAt(0) ?? -1) - (right[m]?.codePointAt(0) ?? -1);
      if (difference) return difference;
    }
  }
  return 0;
}

/** What is to be corrected; the gate does not read it, another editor's page does. */
function correctionEntries() {
  return INDEX.articles.flatMap((listed) =>
    listed.findings
      .filter((brief) => stateOf(brief) === "correction")
      .map(({ code, fingerprint }) => ({ article: listed.article, code, fingerprint })),
  );
}

function baselineText(entries) {
  const corrections = correctionEntries();
  const more = corrections.length ? { corrections } : {};
  return `${JSON.stringify({ ...more, entries, schema: BASELINE }, null, 2)}\n`;
}

function exportBaseline() {
  const entries = baselineEntries();
  const url = URL.createObjectURL(new Blob([baselineText(entries)], { type: "application/json" }));
  const anchor = el("a", { href: url, download: "transcheck-baseline.json" });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  unsaved = false;
  say(t("exported", { count: entries.length + correctionEntries().length }));
}

/** Accept what a baseline accepts; what is not in this page is kept for the next export. */
function importBaseline(text) {
  let entries;
  let marked = [];
  try {
    const document_ = JSON.parse(text);
    entries = document_.schema === BASELINE && document_.entries;
    if (Array.isArray(document_.corrections)) marked = document_.corrections;
  } catch {
    entries = null;
  }
  const sound =
    Array.isArray(entries) &&
    entries.every((entry) => entry && FIELDS.every((field) => typeof entry[field] === "string"));
  if (!sound) return say(t("import_failed"));
  const here = entries.filter((entry) => HOME.has(entry.fingerprint));
  foreign = entries.filter((entry) => !HOME.has(entry.fingerprint));
  const open = here.filter((entry) => !HOME.get(entry.fingerprint).finding.suppressed);
  const again = marked.filter((entry) => HOME.has(entry?.fingerprint));
  const changes = Object.fromEntries([
    ...again.map((entry) => [entry.fingerprint, { state: "correction" }]),
    ...open.map((entry) => [entry.fingerprint, { state: "accepted", reason: entry.reason }]),
  ]);
  if (Object.keys(changes).length) decide(changes);
  say(t("imported", { count: here.length + again.length }));
  render();
}

function chooseBaseline() {
  const input = el("input", {
    type: "file",
    accept: ".json,application/json",
    "aria-label": t("import"),
    id: "baseline-file",
    hidden: true,
  });
  input.addEventListener("change", async () => {
    if (input.files[0]) importBaseline(await input.files[0].text());
    input.remove();
  });
  byId("baseline-file")?.remove();
  document.body.append(input);
  input.click();
}
