// The document that the server sent (#document) stands beside Streamlit's place (#root), which is there unseen until its
// first run has drawn the whole page. Then that takes the document's place: same heights, same places, with the reader's
// scroll position and focus. Where it does not come, a line of the document says so and leads to the page's plain form.

const PATIENCE = 10_000;
// So long Streamlit's app may be on its way to the server, once it is there, before that is a trouble.
const CONNECTING = 5_000;
const shown = document.getElementById("document");
const root = document.getElementById("root");
const waiting = shown && root && !shown.classList.contains("plain");

// The first run is complete: Streamlit waits for the reader, our repairs have run, each picture stands in its place. One
// that failed says so instead.
function isComplete() {
  const app = root.querySelector(".stApp");
  return (
    app?.dataset.testScriptState === "notRunning" &&
    app.dataset.testConnectionState === "CONNECTED" &&
    root.querySelector(".stMain[tabindex='-1'] h1, .mishap") &&
    !root.querySelector("[data-testid=stSkeleton]") &&
    [...root.querySelectorAll("[data-figure]")].every((box) => box.querySelector(".main-svg"))
  );
}

// A reader who opened something, or typed or ticks something in a form, is not disturbed. What is ticked off (data-tick) is
// kept by the browser, so it stays as it is.
function isBusy() {
  if (shown.querySelector("details[open]:not([data-open])")) return true;
  if (document.activeElement?.matches("#document :is(input:not([data-tick]), select)")) return true;
  const isChanged = (field) =>
    field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  return [...shown.querySelectorAll("input:not([type=hidden], [data-tick])")].some(isChanged);
}

// The element of Streamlit's page that is what the focused one is in the document.
function twin(element) {
  if (!element || !shown.contains(element)) return null;
  if (element.id) return root.querySelector(`#${CSS.escape(element.id)}`);
  const menu = element.closest("[class*=st-key-choose-]");
  if (menu) {
    const key = [...menu.classList].find((name) => name.startsWith("st-key-"));
    return root.querySelector(`.${CSS.escape(key)} button`);
  }
  const alike = (place) => {
    const same = (name) => (each) => each.getAttribute(name) === element.getAttribute(name);
    const all = [...place.querySelectorAll(element.tagName)];
    return element.tagName === "A" ? all.filter(same("href")) : all.filter(same("data-copy"));
  };
  return alike(root)[alike(shown).indexOf(element)] ?? null;
}

let done = false;
function takeOver() {
  if (done || !isComplete() || isBusy()) return;
  done = true;
  watch.disconnect();
  const focused = twin(document.activeElement);
  const scrolled = shown.scrollTop;
  shown.remove();
  root.removeAttribute("aria-hidden");
  root.inert = false;
  const main = root.querySelector(".stMain");
  if (main) main.scrollTop = scrolled;
  focused?.focus({ preventScroll: true });
}

// Looking asks the browser for much, so it is done once before it paints, however much changed.
let soon = false;
function look() {
  if (soon || done) return;
  soon = true;
  requestAnimationFrame(() => {
    soon = false;
    takeOver();
  });
}

const watch = new MutationObserver(look);

// Each second: what is the matter. Streamlit's app is not there yet, or has long been without its connection.
let apart = 0;
function sayWhy() {
  if (done) return;
  const state = root.querySelector(".stApp")?.dataset.testConnectionState;
  apart = !state || state === "CONNECTED" ? 0 : apart || performance.now();
  const late = document.getElementById("late");
  const text = apart && performance.now() - apart >= CONNECTING ? late.dataset.refused : late.dataset.slow;
  const line = late.querySelector("span");
  if (performance.now() >= PATIENCE && line.textContent !== text) {
    line.textContent = text;
    late.firstElementChild.hidden = false;
  }
  setTimeout(sayWhy, 1000);
}

// A font that came too late is left out (font-display: optional), until Streamlit adds its styles: then it would come in
// and move all text. So text that stands there in a font of the reader's keeps that.
function keepFont() {
  const own = getComputedStyle(shown).fontFamily;
  const readers = own.slice(own.indexOf(",") + 1);
  const probe = Object.assign(document.createElement("span"), { textContent: shown.textContent.slice(0, 200) });
  probe.style.cssText = "position: absolute; visibility: hidden; white-space: nowrap";
  shown.append(probe);
  const [wide, plain] = [own, readers].map((family) => {
    probe.style.fontFamily = family;
    return probe.getBoundingClientRect().width;
  });
  probe.remove();
  if (wide === plain) shown.style.fontFamily = readers;
}

if (waiting) {
  keepFont();
  // The browser looks for the place that the address names once all scripts have come.
  const place = [...shown.querySelectorAll("[id]")].find(({ id }) => `#${id}` === location.hash);
  if (place && !shown.scrollTop) {
    place.scrollIntoView();
    place.focus({ preventScroll: true });
  }
  watch.observe(root, { childList: true, subtree: true, attributeFilter: ["data-test-script-state", "data-test-connection-state", "tabindex"] });
  for (const name of ["toggle", "focusout", "input"]) shown.addEventListener(name, () => setTimeout(look), true);
  sayWhy();
  look();
}
