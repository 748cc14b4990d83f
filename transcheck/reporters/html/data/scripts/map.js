// The whole article at a glance: a column an edition, ribbons between, findings as marks.

function drawMap() {
  const place = byId("map");
  if (!place || state.article === null) return;
  const [width, height] = [place.clientWidth, place.clientHeight];
  if (width < 8 || height < 40) return place.replaceChildren();
  const article = articleAt(state.article);
  const plan = layout(article, width, height - 12);
  const picture = svg(
    "svg",
    {
      width,
      height,
      viewBox: `0 -6 ${width} ${height}`,
      role: "img",
      "aria-label": `${t("map")}. ${t("map_hint")}`,
    },
    ribbons(article, plan),
    columns(article, plan),
    svg("rect.window", { x: 0, width, y: 0, height: 0, rx: 3 }),
    ticks(article, plan),
  );
  picture.addEventListener("click", (event) => {
    const target = event.target.closest("[data-finding],[data-row]");
    if (target?.dataset.finding) choose(target.dataset.finding, { focus: false });
    else if (target) scrollToRow(target.dataset.row);
  });
  place.replaceChildren(picture);
  place.plan = plan;
  return followText();
}

/** Columns and the height of every sentence, in proportion to its length. */
function layout(article, width, height) {
  const count = article.editions.length;
  const bar = Math.max(5, Math.min(14, width / (count * 4)));
  const margin = width > 60 ? 12 : 2;
  const left = (n) => margin + (count > 1 ? (n * (width - 2 * margin - bar)) / (count - 1) : 0);
  const spans = article.editions.map((edition) => {
    const lengths = edition.segments.map((segment) => segment[TEXT].length + 20);
    const scale =
      height /
      Math.max(
        1,
        lengths.reduce((a, b) => a + b, 0),
      );
    let top = 0;
    return lengths.map((length) => {
      const span = [top, top + length * scale];
      top = span[1];
      return span;
    });
  });
  return { bar, left, spans, width, height };
}

/** From where to where the sentences of a side reach; for an empty side, where they would be. */
function reach(article, plan, row, n) {
  const side = row.sides[n];
  if (side.length)
    return [
      Math.min(...side.map((s) => plan.spans[n][s][0])),
      Math.max(...side.map((s) => plan.spans[n][s][1])),
    ];
  const before = nearest(article.rows, row.index, n);
  const y = before ? plan.spans[n][Math.max(...before.sides[n])][1] : 0;
  return [y, y];
}

function ribbons(article, plan) {
  const drawnLast = [...article.rows].sort((a, b) => a.moved - b.moved);
  return svg(
    "g.ribbons",
    {},
    drawnLast.map((row) =>
      article.editions.slice(1).map((_, n) => {
        if (!row.sides[n].length && !row.sides[n + 1].length) return null;
        const [a, b] = [reach(article, plan, row, n), reach(article, plan, row, n + 1)];
        const [x, z] = [plan.left(n) + plan.bar, plan.left(n + 1)];
        const m = (x + z) / 2;
        const d = `M${x} ${a[0]}C${m} ${a[0]} ${m} ${b[0]} ${z} ${b[0]}V${b[1]}C${m} ${b[1]} ${m} ${a[1]} ${x} ${a[1]}Z`;
        const gap = !row.sides[n].length || !row.sides[n + 1].length;
        return svg(
          `path.ribbon${row.moved ? ".crossing" : gap ? ".gap" : row.index % 2 ? ".odd" : ""}`,
          { d, "data-row": row.index },
        );
      }),
    ),
  );
}

function columns(article, plan) {
  return svg(
    "g.columns",
    {},
    article.editions.map((edition, n) =>
      edition.segments.map((segment, index) => {
        const [top, bottom] = plan.spans[n][index];
        const row = article.rowOf[n].get(index);
        return svg(`rect.bar.kind-${segment[KIND]}`, {
          x: plan.left(n),
          y: top,
          width: plan.bar,
          height: Math.max(1, bottom - top - 0.7),
          "data-row": row.index,
        });
      }),
    ),
  );
}

/** A shape for each finding at the edition that stands alone, ticks at the others. */
function ticks(article, plan) {
  const shown = new Set(visible(state.article).map((brief) => brief.fingerprint));
  return svg(
    "g.ticks",
    {},
    article.findings
      .filter((finding) => shown.has(finding.fingerprint) && finding.rows.length)
      .map((finding) => {
        const suspects = article.editions
          .map((edition, n) => n)
          .filter((n) => finding.suspects.includes(article.editions[n].language));
        const others = article.editions
          .map((_, n) => n)
          .filter(
            (n) =>
              !suspects.includes(n) && finding.occurrences.some((place) => place[EDITION] === n),
          );
        const attributes = { "data-finding": finding.fingerprint };
        const middle = (n) => {
          const own = finding.rows.find((row) => row.sides[n].length) || finding.rows[0];
          const [a, b] = reach(article, plan, suspects.includes(n) ? finding.odd : own, n);
          return (a + b) / 2;
        };
        const size = plan.width > 60 ? 13 : 10;
        return svg(
          `g.tick.sev-${finding.severity}.is-${stateOf(finding)}.${hue(finding)}${finding.fingerprint === state.finding ? ".chosen" : ""}`,
          attributes,
          svg("title", {}, `${finding.number}. ${message(finding)}`),
          others.map((n) =>
            svg("rect.same", {
              x: plan.left(n) - 2,
              y: middle(n) - 2,
              width: plan.bar + 4,
              height: 4,
              rx: 1,
              ...attributes,
            }),
          ),
          (suspects.length ? suspects : others).map((n) =>
            svg("path.flag", {
              d: SHAPES[finding.severity],
              transform: `translate(${Math.min(plan.width - size, Math.max(0, plan.left(n) + plan.bar / 2 - size / 2))} ${middle(n) - size / 2}) scale(${size / 16})`,
              ...attributes,
            }),
          ),
        );
      }),
  );
}

/** Show on the map which part of the text is in sight. */
function followText() {
  const [place, text] = [byId("map"), byId("text")];
  const frame = place?.querySelector(".window");
  if (!frame || !text) return;
  const [top, bottom] = [
    Math.max(0, text.getBoundingClientRect().top),
    Math.min(innerHeight, text.getBoundingClientRect().bottom),
  ];
  const article = articleAt(state.article);
  const seen = article.rows.filter((row) => {
    const box = byId(`row-${row.index}`)?.getBoundingClientRect();
    return box && box.height && box.bottom > top + 40 && box.top < bottom;
  });
  const edges = seen.flatMap((row) =>
    row.sides.flatMap((side, n) =>
      side.length && !row.displaced.includes(n) ? [reach(article, place.plan, row, n)] : [],
    ),
  );
  const from = edges.length ? Math.min(...edges.map(([a]) => a)) : 0;
  const to = edges.length ? Math.max(...edges.map(([, b]) => b)) : 0;
  frame.setAttribute("y", from);
  frame.setAttribute("height", Math.max(0, to - from));
}
