// What Streamlit's parts lack on our pages: built-in texts are in the page's language, a link to a place on the page
// finds it, the button of a menu (data-menu="…") tells the server which, and a lost connection costs no choice. Called
// again for each run of the page.

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

// Buttons that are alike say what they belong to: those beside a text of ours (data-of), those of a menu its label.
function names({ built_in }) {
  each(".stApp:not(#document) [data-of]", (mark) => {
    for (const button of mark.closest(".stHorizontalBlock")?.querySelectorAll(":is(.stButton button, .stPopover button, .stPageLink a)") ?? []) {
      // Beside its label, a button may have an icon, which is a word of a font.
      set(button, "aria-label", `${(button.querySelector("p") ?? button).textContent.trim()}: ${mark.dataset.of}`);
    }
  });
  each(":is(.stSelectbox, .stMultiSelect) button[aria-label]", (button) => {
    const label = button.closest(".stElementContainer").querySelector("label").textContent.trim();
    if (button.getAttribute("aria-label") === built_in.open) set(button, "aria-label", `${built_in.open}: ${label}`);
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

// What just came of a deed, such as the verdict on files or a new version, takes the focus, once: from there Tab leads on
// to what is to be done. It does not take it again on another page that says the same.
let arrival;
let arrivedAt;
function arrive() {
  const verdict = document.querySelector("[data-arrival]");
  const at = document.getElementById("content")?.textContent;
  if (!verdict) {
    if (at === arrivedAt) arrival = undefined;
    return;
  }
  if (verdict.dataset.arrival !== arrival) verdict.focus();
  arrival = verdict.dataset.arrival;
  arrivedAt = at;
}

// The selection in words is said when it becomes another one on the same page: by a region of our own, for one that comes
// together with its text is not heard everywhere.
let said;
let saidAt;
let told;
function tell() {
  told ??= Object.assign(document.createElement("div"), { className: "sr", role: "status" });
  if (!told.isConnected) document.body.append(told);
  const now = document.querySelector(".stApp:not(#document) [data-said]")?.dataset.said;
  const at = document.getElementById("content")?.textContent;
  if (now && said && now !== said && at === saidAt) told.textContent = now;
  said = now;
  saidAt = at;
}

// A part of the page that had the focus may be gone after a run, such as a question with its yes and no. Then the focus
// goes to what is next to where it was, not to the beginning of the page.
let path = [];
function remember({ target }) {
  path = [];
  for (let place = target; place && place !== document.body; place = place.parentElement) path.push(place);
}

function keepFocus() {
  const isOver = document.querySelector(".stApp:not(#document)")?.dataset.testScriptState === "notRunning";
  const isGone = document.activeElement === document.body && path[0]?.isConnected === false;
  // What stood in a menu or dialog goes back to its button without us.
  if (!isOver || !isGone || !path.some((place) => place.matches(".stMain"))) return;
  const near = path.find((place) => place.isConnected && place.closest("[class*=st-key-]"));
  const next = near?.querySelector(":is(button, a[href], input, summary):not(:disabled)") ?? document.getElementById("content");
  path = [];
  next?.focus({ preventScroll: true });
}

// Lists in the address are parted by plain commas, as in the links that we write. A change of the address takes the
// browser as long as some pictures, so it waits until there is nothing else to do.
function address() {
  if (location.search.includes("%2C")) history.replaceState(history.state, "", location.href.replaceAll("%2C", ","));
}

function mend() {
  bare();
  if (page.table) {
    words(page);
    names(page);
  }
  find();
  arrive();
  keepFocus();
  tell();
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
  if (button) page.open(button.dataset.menu);
}

// A server that started anew knows nothing of an open tab, and takes the first choice in it for the tab's beginning. So
// the page runs once as soon as the connection is back, and choices wait for it as long as a reader waits for a page.
// Streamlit runs it for who goes back in her history.
let lost = false;
let focus;
let patience;
let ran = false;
function release() {
  clearTimeout(patience);
  document.body.inert = false;
  if (focus?.isConnected) focus.focus({ preventScroll: true });
}

function reconnect({ dataset: { testConnectionState: connection, testScriptState: script } }) {
  if (connection !== "CONNECTED") {
    lost = true;
  } else if (lost) {
    lost = false;
    focus = document.activeElement;
    document.body.inert = true;
    patience = setTimeout(release, 10_000);
    window.dispatchEvent(new PopStateEvent("popstate"));
  } else if (document.body.inert && ran && script === "notRunning") {
    release();
  }
  if (ran && script === "notRunning") requestAnimationFrame(keepFocus);
  ran = script === "running";
}

export default function ({ data, setTriggerValue }) {
  const first = !page;
  const open = (name) => setTriggerValue("menu", name);
  page = { sought: first ? location.hash.slice(1) : page.sought, open, ...data };
  if (first) {
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
    const app = document.querySelector(".stApp:not(#document)");
    const attributeFilter = ["data-test-connection-state", "data-test-script-state"];
    new MutationObserver(() => reconnect(app)).observe(app, { attributes: true, attributeFilter });
    document.addEventListener("keydown", tab, true);
    document.addEventListener("click", menu);
    document.addEventListener("focusin", remember);
  }
  soon();
}
