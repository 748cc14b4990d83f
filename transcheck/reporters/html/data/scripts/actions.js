// What can be done with findings: go to the next, decide, take back.

/** The finding that is chosen, with its article: {article, position, finding}, or null. */
function chosen() {
  const home = state.finding && HOME.get(state.finding);
  if (!home) return null;
  const article = articleAt(home.position);
  return { article, position: home.position, finding: article.byFingerprint.get(state.finding) };
}

function choose(fingerprint, { focus = true } = {}) {
  show({ finding: fingerprint, article: HOME.get(fingerprint).position });
  if (focus) cardOf(fingerprint)?.querySelector(".card-head")?.focus({ preventScroll: true });
  showCard(fingerprint);
  scrollToFinding(fingerprint);
}

/** The card that stands for a finding. */
function cardOf(fingerprint) {
  const finding = articleAt(HOME.get(fingerprint).position).byFingerprint.get(fingerprint);
  return byId(headOf(finding).fingerprint) || byId(fingerprint);
}

/** Bring a finding's card into sight, where it is not. */
function showCard(fingerprint) {
  const card_ = cardOf(fingerprint);
  if (!card_ || card_.offsetParent === null) return;
  const [box, frame] = [card_.getBoundingClientRect(), byId("list").getBoundingClientRect()];
  const top = Math.max(frame.top, byId("bar").getBoundingClientRect().bottom);
  if (box.top < top || box.bottom > Math.min(innerHeight, frame.bottom))
    intoView(card_, byId("list"));
}

/** Go to the next finding in this article, or in the next that has one. */
function step(direction) {
  const order = INDEX.articles.flatMap((_, position) =>
    visible(position).map((brief) => [brief.fingerprint, position]),
  );
  if (!order.length) return say(t("nothing_matches"));
  let at = order.findIndex(([fingerprint]) => fingerprint === state.finding);
  if (at < 0) {
    const start = state.article ?? 0;
    const first = order.findIndex(([, position]) => position >= start);
    at = direction > 0 ? (first < 0 ? order.length : first) - 1 : first < 0 ? order.length : first;
  }
  return choose(order[(at + direction + order.length) % order.length][0]);
}

function stepArticle(direction) {
  const shown = shownArticles();
  if (!shown.length) return;
  const at = shown.indexOf(state.article);
  const next =
    at < 0
      ? direction > 0
        ? 0
        : shown.length - 1
      : (at + direction + shown.length) % shown.length;
  show({ article: shown[next], finding: null });
  byId("main").focus();
}

function accept(reason) {
  const { finding } = chosen();
  decideAll(finding, () => ({ state: "accepted", reason }));
  say(t("accepted_said", { what: message(finding) }));
  advance(finding);
}

function markForCorrection() {
  const { finding } = chosen();
  if (stateOf(finding) === "suppressed") return;
  if (stateOf(finding) === "correction") return reopen();
  decideAll(finding, () => ({ state: "correction" }));
  say(t("correction_said", { what: message(finding) }));
  advance(finding);
}

function reopen() {
  const { finding } = chosen();
  decideAll(finding, (each) => (each.suppressed ? { state: "open" } : null));
  say(t("reopened_said", { what: message(finding) }));
  render();
}

/** Go on to the next finding of this article that is not decided; stay where there is none. */
function advance(finding) {
  const briefs = INDEX.articles[state.article].findings;
  const at = briefs.findIndex((brief) => brief.fingerprint === finding.fingerprint);
  const rest = [...briefs.slice(at + 1), ...briefs.slice(0, at)];
  const next = rest.find((brief) => stateOf(brief) === "open" && passes(brief));
  if (next) choose(next.fingerprint);
  else render();
}

/** On the desk a step is taken back when all that was asked for before it is done. */
function takeBack() {
  if (live.giveUp?.()) return say(t("undone"));
  return live.inTurn ? live.inTurn(undone) : undone();
}

function undone() {
  const concerned = undo();
  say(t(concerned ? "undone" : "nothing_to_undo"));
  if (!concerned) return;
  if (concerned.length === 1 && HOME.has(concerned[0])) choose(concerned[0]);
  else render();
}

/** What is still wrong in the text: open, or marked and not corrected yet. */
function remaining(positions) {
  const entries = positions.map((position) => INDEX.articles[position]);
  const findings = entries
    .flatMap((entry) => entry.findings)
    .filter((one) => stateOf(one) !== "suppressed");
  const count = (name) => findings.filter((finding) => stateOf(finding) === name).length;
  return {
    left: count("open") + count("correction"),
    marked: count("correction"),
    total: Math.max(findings.length, live.total?.() ?? 0),
    skipped: entries.some((entry) => entry.skipped.length),
  };
}

const isReady = () => {
  const { left, skipped } = remaining([state.article]);
  return !left && !skipped;
};
