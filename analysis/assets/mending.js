// What Streamlit's parts lack on our pages: built-in texts are in the page's language, a link to a place on the page
// finds it, and the button of a menu (data-menu="…") tells the server which. Called again for each run of the page.

const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
const set = (element, name, value) => element.getAttribute(name) === value || element.setAttribute(name, value);
const idle = window.requestIdleCallback ?? setTimeout;
let page;

function bare() {
  each(".stMain", (main) => set(main, "tabindex", "-1"));
  // Streamlit writes the first page's address as nothing, which is wherever the reader is.
  each('.stPageLink a:is([href=""], [href^="?"])', (link) => link.setAttribute("href", `./${link.getAttribute("href")}`));
}

// Texts of Streamlit's own where they stand, what they are now, and what they become of ours ("$1": kept of the old).
const TEXTS = [
  ["[data-testid=stFileUploader]", /^Upload$/, "upload"],
  ["[data-testid=stFileUploader]", /^Drag and drop.*/, "drop"],
  ["[data-testid=stFileUploader], [role=tooltip]", /^(Error: )?File must be .* or smaller\.?$/, "large"],
  ["[data-testid=stFileUploader]", /^(Error:|add icon)\s*$/, "nothing"],
  ["[data-testid=stFileUploader] [role=alert], [role=tooltip]", /^(Error: )?.*(status code|Network|failed).*/i, "failed"],
  ["[role=dialog]", /^Connection error$/, "lost"],
  ["[role=dialog]", /.*(Streamlit server is not responding|Is Streamlit still running).*/s, "lost_text"],
  ["[role=dialog]", /^(Bad message format|Page not found|Error)$/, "strange"],
  ["[role=dialog]", /^streamlit run .*/, "nothing"],
];
const NAMES = [
  [/^file upload$/, "upload"],
  [/^Add files$/, "add"],
  [/^Remove(?= .)/, "remove"],
  [/^Close$/, "close"],
  [/, [\d.]+ ?[KMG]?B$/, "nothing"],
];

function words({ built_in }) {
  const ours = { ...built_in, nothing: "" };
  for (const [place, was, name] of TEXTS) {
    each(place, (element) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { currentNode: text } = texts;
        if (was.test(text.nodeValue)) text.nodeValue = text.nodeValue.replace(was, ours[name]);
      }
    });
  }
  each("[aria-label]", (element) => {
    const label = element.getAttribute("aria-label");
    for (const [was, name] of NAMES) if (was.test(label)) element.setAttribute("aria-label", label.replace(was, ours[name]));
  });
}

// A popover stands at the end of the document: Tab leads from its button into it, and from its ends back to the button.
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

// Lists in the address are parted by plain commas, as in the links that we write. A change of the address takes the
// browser as long as some pictures, so it waits until there is nothing else to do.
function address() {
  if (location.search.includes("%2C")) history.replaceState(history.state, "", location.href.replaceAll("%2C", ","));
}

function mend() {
  bare();
  words(page);
  find();
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
