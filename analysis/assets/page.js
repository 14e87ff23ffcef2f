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

// What only Streamlit's page needs waits until the document is on the screen: its seventy scripts would take as long of a
// phone's processor as the page does, though they are at hand. Where no frame comes, as in a page behind another, it comes
// half a second later at most.
function bringApp() {
  const waiting = document.getElementById("app-files");
  if (!waiting) return;
  document.head.append(waiting.content);
  waiting.remove();
  const soon = document.getElementById("bundle");
  if (soon) (window.requestIdleCallback ?? setTimeout)(() => window.plotly(soon.href));
}
requestAnimationFrame(() => setTimeout(bringApp));
setTimeout(bringApp, document.hidden ? 0 : 500);

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
  app = document.querySelector(".stApp:not(#document)");
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

// A connection that ended may have ended with the sign-in. A page that is closed to this browser by now is asked for anew:
// it then says so, and how to sign in.
let connected = false;
window.followApp("data-test-connection-state", async (app) => {
  const before = connected;
  connected = app.dataset.testConnectionState === "CONNECTED";
  if (connected || !before) return;
  try {
    const answer = await fetch(window.location.href, { method: "HEAD", cache: "no-store" });
    if (answer.status === 403) window.location.reload();
  } catch {
    // The server does not answer: Streamlit says so and connects again.
  }
});

// What a reader ticked off, kept in the browser's own storage: no cookie, nothing is sent. Where the browser keeps nothing,
// the boxes are plain ones.
function ticks() {
  try {
    const kept = JSON.parse(window.localStorage.getItem("ticks"));
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

document.addEventListener("change", ({ target }) => {
  const tick = target.dataset?.tick;
  if (!tick) return;
  const others = ticks().filter((each) => each !== tick);
  for (const box of document.querySelectorAll("input[data-tick]")) if (box.dataset.tick === tick) box.checked = target.checked;
  try {
    window.localStorage.setItem("ticks", JSON.stringify(target.checked ? [...others, tick] : others));
  } catch {
    // The box is ticked until the page is left.
  }
});

function mend() {
  const root = document.documentElement;
  const named = new URLSearchParams(window.location.search).get("lang");
  const language = known.includes(named) ? named : root.dataset.language;
  if (language && root.lang !== language) root.lang = language;
  findApp();
  for (const zone of document.querySelectorAll('[role="presentation"][tabindex]')) zone.removeAttribute("role");
  for (const box of document.querySelectorAll("input[data-tick]:not([data-known])")) {
    box.dataset.known = "";
    box.checked = ticks().includes(box.dataset.tick);
  }
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
  const link = event.target.closest?.("a.inside:not(#document *)");
  const asked = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || asked || event.defaultPrevented) return;
  event.preventDefault();
  goTo(link.href);
});

function goTo(address) {
  heading = document.getElementById("content")?.textContent ?? "";
  window.history.pushState({}, "", address);
  window.dispatchEvent(new PopStateEvent("popstate"));
  document.querySelector(".stMain")?.scrollTo(0, 0);
}

// The search: "/" leads to its field, or to its page where the bar has no room for one, and Escape leaves the field. What is
// looked for is an address like a link's.
document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  const field = target.closest?.(".find [type=search]");
  if (key === "Escape" && field) field.blur();
  const writes = target.closest?.("input, textarea, select, [contenteditable]");
  if (key !== "/" || writes || event.ctrlKey || event.metaKey || event.altKey) return;
  const forms = Array.from(document.querySelectorAll(".find")).filter((each) => each.checkVisibility());
  if (!forms.length) return;
  event.preventDefault();
  const search = forms[0].querySelector("[type=search]");
  if (search.checkVisibility()) search.select();
  else forms[0].requestSubmit();
});
document.addEventListener("submit", (event) => {
  const form = event.target.closest?.(".find:not(#document *)");
  if (!form) return;
  event.preventDefault();
  const filled = Array.from(new FormData(form)).filter(([, value]) => value.trim());
  const query = new URLSearchParams(filled).toString();
  goTo(`${form.action}${query && "?"}${query}`);
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
