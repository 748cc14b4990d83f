// What an editor decided, kept in the browser one by one, so that two windows do not
// overwrite each other; undone in the order in which it was done.
const PREFIX = "transcheck:decision:";
const decisions = new Map();
const past = [];
/** Counts the decisions, so that it is known whether what is drawn is still right. */
let decided = 0;
let keeps = true;
let unsaved = false;

function remember() {
  try {
    const probe = "transcheck:probe";
    localStorage.setItem(probe, "1");
    localStorage.removeItem(probe);
    for (let n = 0; n < localStorage.length; n += 1) {
      const key = localStorage.key(n);
      if (key.startsWith(PREFIX)) take(key.slice(PREFIX.length), localStorage.getItem(key));
    }
  } catch {
    keeps = false;
  }
}

function take(fingerprint, text) {
  try {
    const decision = JSON.parse(text);
    if (decision && ["accepted", "correction", "open"].includes(decision.state))
      decisions.set(fingerprint, decision);
    else decisions.delete(fingerprint);
  } catch {
    decisions.delete(fingerprint);
  }
}

function put(fingerprint, decision) {
  decided += 1;
  if (decision) decisions.set(fingerprint, decision);
  else decisions.delete(fingerprint);
  unsaved = true;
  if (!keeps) return;
  try {
    if (decision) localStorage.setItem(PREFIX + fingerprint, JSON.stringify(decision));
    else localStorage.removeItem(PREFIX + fingerprint);
  } catch {
    keeps = false;
    notices();
  }
}

/** Decide one or several findings in one step: {fingerprint: decision or null}. */
function decide(changes) {
  past.push(
    Object.fromEntries(Object.keys(changes).map((key) => [key, decisions.get(key) || null])),
  );
  Object.entries(changes).forEach(([key, decision]) => put(key, decision));
  live.keeping?.();
}

/** Take the last step back; returns the fingerprints concerned, or null. */
function undo() {
  const before = past.pop();
  if (!before) return null;
  if (before.story) {
    live.restore(before.story);
    return [];
  }
  Object.entries(before).forEach(([key, decision]) => put(key, decision));
  return Object.keys(before);
}

/** What came of a finding; what a baseline accepts can be taken back by an editor. */
function stateOf(finding) {
  const decided = decisions.get(finding.fingerprint)?.state;
  const by = finding.suppressed?.by ?? finding.suppressed;
  if (by && !(by === "baseline" && decided)) return "suppressed";
  return decided || "open";
}

addEventListener("storage", (event) => {
  if (!event.key || !event.key.startsWith(PREFIX)) return;
  decided += 1;
  take(event.key.slice(PREFIX.length), event.newValue);
  render();
});
addEventListener("beforeunload", (event) => {
  if (!keeps && unsaved && decisions.size) event.preventDefault();
});
