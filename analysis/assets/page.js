// What Streamlit's page lacks for readers who hear it: the document follows the language in the address, and the drop
// zone of an upload, which takes the keyboard's focus, is no mere decoration. Links from page to page within our own
// HTML do not load everything anew.

// Plotly, once for the page. Where there are charts it comes before they do: in the pause until the server's first answer.
let bundle;
window.plotly = (address) =>
  (bundle ??= new Promise((loaded, failed) => {
    const events = { onload: () => loaded(window.Plotly), onerror: () => failed(new Error(address)) };
    document.head.append(Object.assign(document.createElement("script"), { src: address }, events));
  }));
const soon = document.getElementById("bundle");
if (soon) (window.requestIdleCallback ?? setTimeout)(() => window.plotly(soon.href));

const known = Array.from(document.querySelectorAll("link[hreflang]"), (link) => link.hreflang);

let heading = null;

// Streamlit's app, which comes after our scripts, and may be replaced: acts once it is there, and when an attribute of it
// changes. Where Streamlit calls its app otherwise, nothing acts.
let app;
const followers = [];

function follow([attribute, act]) {
  new MutationObserver(() => act(app)).observe(app, { attributeFilter: [attribute] });
  act(app);
}

window.followApp = (...follower) => {
  followers.push(follower);
  if (app) follow(follower);
};

function findApp() {
  if (app?.isConnected) return;
  app = document.querySelector(".stApp");
  if (app) followers.forEach(follow);
}

// A run that takes longer than half a second is marked on Streamlit's app, for the style to show. A style of its own would
// have the browser prepare the sign for each run, and paint that instead of pictures.
let wait;
window.followApp("data-test-script-state", (app) => {
  clearTimeout(wait);
  if (app.dataset.testScriptState === "running") wait = setTimeout(() => app.toggleAttribute("data-long", true), 500);
  else app.toggleAttribute("data-long", false);
});

function mend() {
  const root = document.documentElement;
  const named = new URLSearchParams(window.location.search).get("lang");
  const language = known.includes(named) ? named : root.dataset.language;
  if (language && root.lang !== language) root.lang = language;
  findApp();
  for (const zone of document.querySelectorAll('[role="presentation"][tabindex]')) zone.removeAttribute("role");
  // A page that came by one of our links begins at its heading, for the keyboard and the ear too.
  const title = document.getElementById("content");
  if (heading !== null && title && title.textContent !== heading) {
    heading = null;
    title.focus({ preventScroll: true });
  }
}

new MutationObserver(mend).observe(document.documentElement, { childList: true, subtree: true });

// Streamlit shows whatever the address says after a step through the history; such a step is what we tell it.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.inside");
  const asked = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || asked || event.defaultPrevented) return;
  event.preventDefault();
  heading = document.getElementById("content")?.textContent ?? "";
  window.history.pushState({}, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate"));
  document.querySelector(".stMain")?.scrollTo(0, 0);
});

// A button with an address, or the name of a code that stands below it, copies that, and says so beside it. Where the
// browser keeps its clipboard to itself (without TLS) or refuses, it stands there, selected, for the reader to copy.
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("button:is([data-copy], [data-code])");
  if (!button) return;
  const { copy, code, copied, yourself } = button.dataset;
  const handed = code
    ? button.closest("details").querySelector(`code.${code}`).textContent
    : new URL(copy, window.location.href).href;
  const status = button.parentElement.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(handed);
    status.textContent = copied;
  } catch {
    const field = Object.assign(document.createElement("input"), { value: handed, readOnly: true });
    field.setAttribute("aria-label", button.textContent);
    status.replaceChildren(field, yourself);
    field.select();
  }
});
