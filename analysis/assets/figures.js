// Draws figures with Plotly into the places that the page holds for them (data-figure="…"), in the colours of the mode
// that Streamlit shows. The figures come as text of the page (data-figures). They are drawn as soon as they stand there,
// before the browser paints: a component of Streamlit's would be called several turns later. A place keeps its picture,
// and is drawn anew only when figure, mode or width class are others than before.

const narrow = window.matchMedia("(max-width: 640px)");
const CONFIG = { displayModeBar: false, doubleClick: false, showTips: false, responsive: false };
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

// By the name of their places: the figures as they came last, each with the colours of its tokens.
const figures = new Map();
const nodesRead = new WeakSet();
// What the reader prefers, until Streamlit's app says otherwise.
let mode = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";

// One layout over another: objects are merged, all else replaced.
function over(base, changes) {
  const merged = { ...base };
  for (const [name, value] of Object.entries(changes)) {
    merged[name] = isObject(value) && isObject(base[name]) ? over(base[name], value) : value;
  }
  return merged;
}

// The figure as it stands now: tokens ("@accent") become colours, what is meant for another width is left out.
function inked({ text, tokens }) {
  const colours = tokens[mode];
  const inColour = text.replace(/"@([\w-]+)"/g, (token, name) => JSON.stringify(colours[name] ?? token.slice(1, -1)));
  const { data, layout } = JSON.parse(inColour);
  const { narrow: changes = {}, annotations = [], ...base } = layout;
  base.annotations = annotations.filter(({ name }) => name !== (narrow.matches ? "wide" : "narrow"));
  return { data, layout: narrow.matches ? over(base, changes) : base };
}

function listen(box) {
  if (box.listens) return;
  box.listens = true;
  let width = box.clientWidth;
  new ResizeObserver(() => {
    if (box.clientWidth && box.clientWidth !== width) window.Plotly.Plots.resize(box);
    width = box.clientWidth;
  }).observe(box);
  // A click on an area is of its trace and of no point of it.
  box.on("plotly_click", ({ points: [{ customdata, data }] }) => {
    if (box.clicks) window.figureClicked?.(box.dataset.figure, customdata ?? data.meta);
  });
  box.addEventListener("picture", ({ detail }) => window.Plotly.downloadImage(box, detail));
}

async function draw(box, figure) {
  const shown = [figure.text, mode, narrow.matches];
  if (box.shown?.every((part, at) => part === shown[at])) return;
  Object.assign(box, { shown, clicks: figure.clicks });
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", figure.alt);
  const { data, layout } = inked(figure);
  box.style.height = `${layout.height}px`;
  const Plotly = await window.plotly(figure.address);
  if (box.shown !== shown || !box.isConnected) return;
  await Plotly.react(box, data, layout, CONFIG);
  listen(box);
}

function readFigures(handed) {
  if (nodesRead.has(handed)) return;
  nodesRead.add(handed);
  const { figures: given, ...common } = JSON.parse(handed.textContent);
  for (const { name, alt, clicks, ...figure } of given) {
    figures.set(name, { ...common, alt, clicks, text: JSON.stringify(figure) });
  }
}

// Figures may come before their places, and places come back: at each change of the page all are looked at.
function look() {
  document.querySelectorAll("[data-figures]").forEach(readFigures);
  for (const box of document.querySelectorAll("[data-figure]")) {
    const figure = figures.get(box.dataset.figure);
    if (figure) draw(box, figure);
  }
}

// Streamlit's app has the mode. Asking for it makes the browser work out all styles, so it is asked for only when the
// mode can have changed.
window.followApp("class", (app) => {
  mode = getComputedStyle(app).colorScheme.includes("dark") ? "dark" : "light";
  look();
});
new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
narrow.addEventListener("change", look);
look();
