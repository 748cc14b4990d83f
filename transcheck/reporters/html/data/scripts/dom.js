// Elements without markup: text is only ever put into text nodes.
const SVG = "http://www.w3.org/2000/svg";

function build(element, properties, children) {
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked" || name === "open") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(
    ...children
      .flat(Infinity)
      .filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** An element from a name with classes, as `el("p.lead.wide", {id: "x"}, "text")`. */
function el(name, properties, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  return build(element, properties, children);
}

function svg(name, properties, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElementNS(SVG, tag);
  if (classes.length) element.setAttribute("class", classes.join(" "));
  return build(element, properties, children);
}

function button(classes, label, onclick, properties, ...children) {
  return el(
    `button${classes}`,
    { type: "button", onclick, ...properties },
    children.length ? children : label,
  );
}

function select(key, label, options, value, change) {
  const choice = el(
    "select",
    {
      "data-key": key,
      "aria-label": label,
      id: `choose-${key}`,
      onchange: (event) => change(event.target.value),
    },
    options.map(([code, text]) =>
      el("option", { value: code, lang: key === "language" ? code : undefined }, text),
    ),
  );
  choice.value = value;
  return choice;
}

const byId = (id) => document.getElementById(id);

/** Put new children into a place, and the focus back on what had it. */
function refill(place, ...children) {
  const active = document.activeElement;
  const key = place.contains(active) ? active.dataset.key : null;
  const selection =
    key && active.selectionStart !== undefined
      ? [active.selectionStart, active.selectionEnd]
      : null;
  place.replaceChildren(...children.flat(Infinity).filter(Boolean));
  if (!key) return;
  const again = place.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!again) return;
  again.focus({ preventScroll: true });
  if (selection && again.setSelectionRange) again.setSelectionRange(...selection);
}

// Shapes tell severities and states apart without colour.
const SHAPES = {
  error: "M5 1h6l4 4v6l-4 4H5l-4-4V5z",
  warning: "M8 1 15.5 15H.5z",
  info: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z",
  open: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8z",
  accepted: "M6.2 13 1.5 8.3l1.8-1.8 2.9 2.9L12.7 3l1.8 1.8z",
  correction: "M11.5 1.5l3 3L6 13l-4 1 1-4zM2 15h12v1H2z",
  suppressed: "M1 7h14v2H1z",
};

function shape(name) {
  return svg(
    `svg.shape.shape-${name}`,
    { viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true" },
    svg("path", { d: SHAPES[name] }),
  );
}

function say(text) {
  byId("status").textContent = "";
  requestAnimationFrame(() => {
    byId("status").textContent = text;
  });
  const toast = el("div.toast", { "aria-hidden": "true" }, text);
  document.querySelectorAll(".toast").forEach((old) => old.remove());
  document.body.append(toast);
  setTimeout(() => toast.remove(), 3500);
}
