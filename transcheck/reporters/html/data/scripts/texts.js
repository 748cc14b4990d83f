// The language of the page: texts, plural forms, numbers and lists.
const TEXTS = JSON.parse(byId("texts").textContent);
const TONGUES = Object.keys(TEXTS.pages);
const FALLBACK = document.documentElement.lang;
let tongue = TONGUES[0];

/** The browser's first language that the page has; the first that it has where there is none. */
function preferred() {
  const wishes = (navigator.languages || [navigator.language]).map(
    (tag) => tag.toLowerCase().split("-")[0],
  );
  return (
    wishes.find((code) => TONGUES.includes(code)) ||
    (TONGUES.includes(FALLBACK) ? FALLBACK : TONGUES[0])
  );
}

function speak(code) {
  tongue = TONGUES.includes(code) ? code : preferred();
  document.documentElement.lang = tongue;
}

const number = (value) => new Intl.NumberFormat(tongue).format(value);
const list = (items) => new Intl.ListFormat(tongue, { type: "conjunction" }).format(items);
const plural = (value) => new Intl.PluralRules(tongue).select(value);

function quote(text) {
  const [left, right, innerLeft, innerRight] = TEXTS.pages[tongue].page.quotes;
  return left + text.replaceAll(left, innerLeft).replaceAll(right, innerRight) + right;
}

function languageName(code) {
  try {
    return new Intl.DisplayNames(tongue, { type: "language" }).of(code);
  } catch {
    return code;
  }
}

/** Editions in writing, as the language of the page says them: "in the English edition". */
function editions(codes, form) {
  const forms = TEXTS.pages[tongue][`edition_${form}`];
  const words = list(codes.map((code) => forms[code] || code));
  return forms[codes.length > 1 ? "many" : "one"].replace("{list}", words);
}

/**
 * `{name}` is filled in; `{count|one=…|other=…}` picks a form, with # for the number, and
 * `{name:in}` says editions as "in the English edition", see the tables of the page's texts.
 */
function fill(template, parameters) {
  return template.replace(FIELD, (whole, name, form, forms) => {
    const given = (parameters || {})[name];
    if (given === undefined) return whole;
    const value = written(given, form);
    if (!forms) return typeof value === "number" ? number(value) : value;
    const byForm = Object.fromEntries(
      forms
        .slice(1)
        .split("|")
        .map((form) => form.split(/=(.*)/s).slice(0, 2)),
    );
    return (byForm[plural(value)] ?? byForm.other ?? byForm.many).replaceAll("#", number(value));
  });
}

const FIELD = /\{(\w+)(?::(\w+))?((?:\|\w+=[^|}]*)*)\}/g;
const t = (key, parameters) => fill(TEXTS.pages[tongue].page[key], parameters);
const term = (group, key) => TEXTS.pages[tongue][group][key] || key;
const reasons = () => TEXTS.pages[tongue].page.reasons;

/** What a check says of itself in the language of the page, or null. */
function manual(code) {
  const check = TEXTS.checks[code];
  return check ? { ...check.said[tongue], examples: check.examples } : null;
}

/** A parameter of a message in writing: editions, a count, a quotation, a language. */
function written(value, form) {
  if (Array.isArray(value)) return editions(value, form || "name");
  if (value && value.quote !== undefined) return quote(value.quote);
  if (value && value.sayings) return alike(value.sayings);
  if (value && value.language)
    return form ? editions([value.language], form) : languageName(value.language);
  return form ? editions([value], form) : value;
}

/** Who says what, those together who say the same. */
function alike(sayings_) {
  const groups = new Map();
  sayings_.forEach(([code, words]) => groups.set(words, [...(groups.get(words) || []), code]));
  return [...groups]
    .map(([words, codes]) => `${editions(codes, "says")} ${quote(words)}`)
    .join(", ");
}

/** What a finding says, in the language of the page. */
function message(finding) {
  const template = manual(finding.code)?.templates[finding.template];
  if (template === undefined) return finding.message;
  const needed = [...template.matchAll(/\{(\w+)/g)].map((match) => match[1]);
  const known = needed.every((name) => name in finding.parameters);
  return known ? fill(template, finding.parameters) : finding.message;
}
