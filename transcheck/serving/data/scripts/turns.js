// What changes the story is done one thing after the other, so that no answer undoes what
// another one brought; and nothing is drawn anew while something is being pressed.
const line = [];

/**
 * Do something with the story when all that was asked for before is done; `session` is the
 * writing that it belongs to, which is never left undone. Returns whether it was done.
 */
function inTurn(task, session = null) {
  return new Promise((resolve) => {
    line.push({ task, session, resolve });
    if (line.length === 1) work();
    busy();
  });
}

async function work() {
  while (line.length) {
    const [{ task, resolve }] = line;
    let done = false;
    try {
      await task();
      done = true;
    } catch (error) {
      reportError(error);
    }
    line.shift();
    resolve(done);
  }
  busy();
}

/** Leave what waits behind words that cannot be checked now; words that were written stay. */
function dropWaiting() {
  const waiting = line.splice(1);
  line.push(...waiting.filter((each) => each.session));
  waiting.filter((each) => !each.session).forEach((each) => each.resolve(false));
}

/** A button's work: what is being written comes first. Returns whether it was done. */
function act(task) {
  endEditing();
  tryAgain();
  return inTurn(task);
}

/** Tell whether something is under way. */
function busy() {
  const waits = line.some(({ session }) => !session || isUnchecked(session));
  story.busy = waits;
  byId("main").setAttribute("aria-busy", String(waits));
  document.body.classList.toggle("checking", waits);
}

let pressing = 0;
let undrawn = false;

/** Draw what came of a check, as soon as nothing is pressed that would be drawn anew. */
function draw() {
  undrawn = pressing > 0;
  if (!undrawn) redraw();
}

function released() {
  clearTimeout(pressing);
  pressing = 0;
  if (undrawn) draw();
}

addEventListener(
  "pointerdown",
  () => {
    clearTimeout(pressing);
    pressing = setTimeout(released, 3000);
  },
  true,
);
// A click comes after what releases it, on a touched screen a moment later.
for (const end of ["pointerup", "pointercancel"])
  addEventListener(
    end,
    () => {
      clearTimeout(pressing);
      pressing = setTimeout(released, 100);
    },
    true,
  );
addEventListener("click", () => setTimeout(released), true);
