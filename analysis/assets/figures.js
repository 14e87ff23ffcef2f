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
const dark = window.matchMedia("(prefers-color-scheme: dark)");
let mode = dark.matches ? "dark" : "light";
let ink;

let printing = false;

// Who has colours of her own in the system sees the figures in these. Plotly knows no names of the system's, so the browser
// paints each and says what came out. Other colours of hers are told by the one of the ground.
const forced = window.matchMedia("(forced-colors: active)");
const PAINT = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

function painted(colour) {
  const probe = Object.assign(document.createElement("i"), { hidden: true });
  probe.style.cssText = `color: ${colour}; forced-color-adjust: none`;
  document.documentElement.append(probe);
  PAINT.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  PAINT.clearRect(0, 0, 1, 1);
  PAINT.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = PAINT.getImageData(0, 0, 1, 1).data;
  return `rgba(${red},${green},${blue},${alpha / 255})`;
}

function inks() {
  return forced.matches ? `forced ${painted("Canvas")}` : mode;
}

// One layout over another: objects are merged, all else replaced.
function over(base, changes) {
  const merged = { ...base };
  for (const [name, value] of Object.entries(changes)) {
    merged[name] = isObject(value) && isObject(base[name]) ? over(base[name], value) : value;
  }
  return merged;
}

// The figure as it stands now: tokens ("@accent") become colours, what is meant for another width is left out.
function inked({ text, tokens }, scheme = forced.matches ? "forced" : mode) {
  const colours = { ...tokens[scheme] };
  if (scheme === "forced") for (const name of Object.keys(colours)) colours[name] = painted(colours[name]);
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
    if (box.clientWidth && box.clientWidth !== width && !printing) window.Plotly.Plots.resize(box);
    width = box.clientWidth;
  }).observe(box);
  // A click on an area is of its trace and of no point of it.
  box.on("plotly_click", ({ points: [{ customdata, data }] }) => {
    if (box.clicks) window.figureClicked?.(box.dataset.figure, customdata ?? data.meta);
  });
  box.addEventListener("picture", ({ detail }) => window.Plotly.downloadImage(box, detail));
}

async function draw(box, figure) {
  const shown = [figure.text, ink, narrow.matches];
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
  if (printing) return;
  document.querySelectorAll("[data-figures]").forEach(readFigures);
  for (const box of document.querySelectorAll("[data-figure]")) {
    const figure = figures.get(box.dataset.figure);
    if (figure) draw(box, figure);
  }
}

// Streamlit's app has the mode. Asking for it makes the browser work out all styles, so it is asked for only when the
// mode can have changed.
function recolour() {
  ink = inks();
  look();
}

window.followApp("class", (app) => {
  mode = getComputedStyle(app).colorScheme.includes("dark") ? "dark" : "light";
  recolour();
});
new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
narrow.addEventListener("change", look);
for (const media of [forced, dark]) media.addEventListener("change", recolour);
recolour();

// On paper a picture is as wide as the paper and no higher than a page, in the colours for light. The browser says so just
// before it prints, and does not wait: Plotly draws these at once.
const PAPER = { width: 670, height: 780 };
window.addEventListener("beforeprint", () => {
  printing = true;
  for (const box of document.querySelectorAll("[data-figure]")) {
    const figure = figures.get(box.dataset.figure);
    if (!figure || !box.listens) continue;
    const { data, layout } = inked(figure, "light");
    const height = Math.min(layout.height, PAPER.height);
    box.style.height = `${height}px`;
    window.Plotly.react(box, data, { ...layout, width: PAPER.width, height, autosize: false }, CONFIG);
    box.shown = null;
  }
});
window.addEventListener("afterprint", () => {
  printing = false;
  look();
});
