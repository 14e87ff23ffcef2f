// Draws figures with Plotly into the places that the page holds for them (data-figure="…"), in the colours of the mode
// that Streamlit shows. Streamlit calls this again for each run of the page and each change of its theme; a place keeps
// its picture, and is drawn anew only when figure, mode or width class are others than before.

const narrow = window.matchMedia("(max-width: 640px)");
const CONFIG = { displayModeBar: false, doubleClick: false, showTips: false, responsive: false };
const mode = () => (getComputedStyle(document.querySelector(".stApp")).colorScheme.includes("dark") ? "dark" : "light");
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

// One layout over another: objects are merged, all else replaced.
function over(base, changes) {
  const merged = { ...base };
  for (const [name, value] of Object.entries(changes)) {
    merged[name] = isObject(value) && isObject(base[name]) ? over(base[name], value) : value;
  }
  return merged;
}

// The figure as it stands now: tokens ("@accent") become colours, what is meant for another width is left out.
function inked({ text }, colours) {
  const inColour = text.replace(/"@([\w-]+)"/g, (token, name) => JSON.stringify(colours[name] ?? token.slice(1, -1)));
  const { data, layout } = JSON.parse(inColour);
  const { narrow: changes = {}, annotations = [], ...base } = layout;
  base.annotations = annotations.filter(({ name }) => name !== (narrow.matches ? "wide" : "narrow"));
  return { data, layout: narrow.matches ? over(base, changes) : base };
}

function listen(box, state) {
  if (box.listens) return;
  box.listens = true;
  let width = box.clientWidth;
  new ResizeObserver(() => {
    if (box.clientWidth && box.clientWidth !== width) window.Plotly.Plots.resize(box);
    width = box.clientWidth;
  }).observe(box);
  // A click on an area is of its trace and of no point of it.
  box.on("plotly_click", ({ points: [{ customdata, data }] }) => box.clicks && state.tell(box.dataset.figure, customdata ?? data.meta));
  box.addEventListener("picture", ({ detail }) => window.Plotly.downloadImage(box, detail));
}

async function draw(box, figure, state) {
  const shown = [figure.text, state.mode, narrow.matches];
  if (box.shown?.every((part, at) => part === shown[at])) return;
  Object.assign(box, { shown, clicks: figure.clicks });
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", figure.alt);
  const { data, layout } = inked(figure, state.tokens[state.mode]);
  box.style.height = `${layout.height}px`;
  const Plotly = await window.plotly(state.address);
  if (box.shown !== shown || !box.isConnected) return;
  await Plotly.react(box, data, layout, CONFIG);
  listen(box, state);
}

// Who gave each figure last. Streamlit may mount the component anew before the old one leaves; of two that would draw
// one place by turns only the newer one does.
const givers = (window.figureGivers ??= new Map());

function place(state) {
  for (const figure of state.figures) {
    const box = document.querySelector(`[data-figure="${figure.name}"]`);
    if (box && givers.get(figure.name) === state) draw(box, figure, state);
  }
}

// Places may come later than the figures, or come back: what changes on the page is looked at, once for all that
// changed together.
function attend(state) {
  let waiting = 0;
  const again = () => {
    waiting ||= setTimeout(() => {
      waiting = 0;
      place(state);
    });
  };
  const changes = new MutationObserver(again);
  changes.observe(document.body, { childList: true, subtree: true });
  narrow.addEventListener("change", again);
  state.leave = () => {
    changes.disconnect();
    clearTimeout(waiting);
    narrow.removeEventListener("change", again);
  };
  return state;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const { figures, ...rest } = JSON.parse(new TextDecoder().decode(data));
  const state = (parentElement.charts ??= attend({ figures: [] }));
  const texts = figures.map(({ name, alt, clicks, ...figure }) => ({ name, alt, clicks, text: JSON.stringify(figure) }));
  const tell = (name, key) => setTriggerValue("click", { name, key });
  Object.assign(state, rest, { figures: texts, tell, mode: mode() });
  texts.forEach(({ name }) => givers.set(name, state));
  place(state);
  return state.leave;
}
