// What Streamlit's parts lack on our pages: built-in texts are in the page's language, a link to a place on the page
// finds it, and the button of a menu (data-menu="…") tells the server which. Called again for each run of the page.

const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
const set = (element, name, value) => element.getAttribute(name) === value || element.setAttribute(name, value);
const idle = globalThis.requestIdleCallback ?? setTimeout;
let page;

function bare() {
  each(".stMain", (main) => set(main, "tabindex", "-1"));
  // Streamlit writes the first page's address as nothing, which is wherever the reader is.
  each('.stPageLink a:is([href=""], [href^="?"])', (link) => link.setAttribute("href", `./${link.getAttribute("href")}`));
}

// A text of Streamlit's in words of ours, by rows of its table (analysis/streamlit_adapter/built_in_texts.json), one after
// the other; "$1" in a text of ours is kept of the old. It asks nothing of the page, so that a test runs it without one.
export function inOurWords(text, rows, ours) {
  return rows.reduce((now, { pattern, flags, ours: name }) => now.replace(new RegExp(pattern, flags), ours[name]), text);
}

function words({ built_in, table }) {
  const ours = { ...built_in, nothing: "" };
  for (const row of table.texts) {
    each(row.place, (element) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { currentNode: text } = texts;
        const now = inOurWords(text.nodeValue, [row], ours);
        if (now !== text.nodeValue) text.nodeValue = now;
      }
    });
  }
  each("[aria-label]", (element) => {
    set(element, "aria-label", inOurWords(element.getAttribute("aria-label"), table.names, ours));
  });
}

// A popover is at the end of the document: Tab leads from its button into it, and from its ends back to the button.
function tab(event) {
  const [body, button] = ["stPopoverBody", "stPopoverButton][aria-expanded=true"].map((name) =>
    document.querySelector(`[data-testid=${name}]`),
  );
  if (event.key !== "Tab" || !body || !button) return;
  const stops = [...body.querySelectorAll("[role=toolbar], :not([role=toolbar] *):is(button, input, a[href])")];
  const at = stops.findIndex((stop) => stop.contains(event.target));
  const first = stops[0]?.matches("[role=toolbar]") ? stops[0].querySelector("button") : stops[0];
  const enters = event.target === button && !event.shiftKey;
  const leaves = at >= 0 && at === (event.shiftKey ? 0 : stops.length - 1);
  if (!enters && !leaves) return;
  event.preventDefault();
  event.stopPropagation();
  (enters ? first : button)?.focus();
}

// The place that the address names comes after the address: once it is there, it is shown.
function find() {
  const place = page.sought && document.getElementById(page.sought);
  if (!place) return;
  page.sought = "";
  place.scrollIntoView();
  place.focus({ preventScroll: true });
}

// The verdict on files that were just uploaded takes the focus, once: from there Tab leads on to what is to be done.
let arrival;
function arrive() {
  const verdict = document.querySelector("[data-arrival]");
  const before = arrival;
  arrival = verdict?.dataset.arrival;
  if (verdict && arrival !== before) verdict.focus();
}

// Lists in the address are parted by plain commas, as in the links that we write. A change of the address takes the
// browser as long as some pictures, so it waits until there is nothing else to do.
function address() {
  if (location.search.includes("%2C")) history.replaceState(history.state, "", location.href.replaceAll("%2C", ","));
}

function mend() {
  bare();
  if (page.table) words(page);
  find();
  arrive();
}

// What changed together is mended once, just before the browser paints it.
let waits = false;
function soon() {
  if (waits) return;
  waits = true;
  requestAnimationFrame(() => {
    waits = false;
    mend();
    idle(address);
  });
}

function menu(event) {
  const button = event.target.closest("[data-menu]");
  if (button) page.tell(button.dataset.menu);
}

export default function ({ data, setTriggerValue }) {
  const first = !page;
  const tell = (name) => setTriggerValue("menu", name);
  page = { sought: first ? location.hash.slice(1) : page.sought, tell, ...data };
  if (first) {
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
    document.addEventListener("keydown", tab, true);
    document.addEventListener("click", menu);
  }
  soon();
}
