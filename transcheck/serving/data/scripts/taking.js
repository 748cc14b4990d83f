// What an editor gives: texts, files, addresses.
const given = { texts: ["", "", ""], files: [], addresses: "" };

const isAddress = (text) => /^https?:\/\/\S+$/i.test(text);

/** The editions as the server takes them. */
function requested() {
  const words = given.addresses.split(/\s+/).filter(Boolean);
  return [
    ...given.texts
      .filter((text) => text.trim())
      .map((text) => (isAddress(text.trim()) ? { url: text.trim() } : { text })),
    ...given.files.map(({ name, data }) => ({ name, data })),
    ...words.map((url) => ({ url: isAddress(url) ? url : `https://${url}` })),
  ];
}

/** Take files in; tells of those of another kind. */
async function takeFiles(files) {
  for (const file of files) {
    const known = SETTINGS.suffixes.some((suffix) => file.name.toLowerCase().endsWith(suffix));
    if (!known) {
      say(t("desk_kind", { name: file.name, kinds: SETTINGS.suffixes.join(" ") }));
      continue;
    }
    given.files.push({ name: file.name, size: file.size, data: await encoded(file) });
  }
  render();
}

/** The bytes of a file in base64. */
function encoded(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(new Refusal(0));
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.readAsDataURL(file);
  });
}

/** The language that the letters of a text are of, or null. */
function tongueOf(text) {
  const letters = [...text.slice(0, 2000).toLowerCase()].filter((sign) => /\p{L}/u.test(sign));
  if (letters.length < 20) return null;
  const share = ({ alphabet }) =>
    letters.filter((sign) => alphabet.includes(sign)).length / letters.length;
  const [best, next] = INDEX.languages
    .map((language) => [share(language), language])
    .sort((a, b) => b[0] - a[0]);
  return best[0] > 0.8 && best[0] > next[0] ? best[1] : null;
}

const reasonOf = ({ reason, hint }) => [reason, hint].filter(Boolean).join("; ");

async function checkAll() {
  if (story.busy) return;
  const editions = requested();
  if (!editions.length) {
    story.problem = t("desk_nothing");
    return render();
  }
  story.problem = "";
  await inTurn(async () => {
    try {
      const answer = await ask("desk/check", { editions, glossary: houseRows() });
      if (answer.article.editions.length) begin(answer);
      else story.problem = answer.entry.skipped.map(reasonOf).join(" · ");
    } catch (refusal) {
      fail(refusal);
    }
  });
  render();
  if (atForm()) return byId("desk-problem")?.focus();
  scrollTo(0, 0);
  return byId("text").focus({ preventScroll: true });
}
