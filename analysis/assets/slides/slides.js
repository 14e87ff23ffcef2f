// Shows the slides one at a time. Without this script the document is one long page.
(() => {
  "use strict";
  const root = document.documentElement;
  const main = document.querySelector("main");
  const slides = [...document.querySelectorAll(".slide")];
  const part = (id) => document.getElementById(id);
  const wide = matchMedia("(min-width: 481px)");
  const titles = slides.map((slide) => slide.querySelector("h2").textContent);
  // A slide may stand alone, as a preview; its number is that among all.
  const place = () => Math.min(slides.length - 1, Math.max(0, (parseInt(location.hash.slice(1), 10) || 1) - slides[0].id));
  let at = place();
  let beside = null;

  // The same address may be opened from a file, where some browsers keep no history.
  const remember = () => {
    try {
      history.replaceState(null, "", `#${slides[at].id}`);
    } catch {}
  };

  // Letters shrink where a screen is too small, or a text too long, for all of a slide to be seen.
  const fits = (slide) => {
    const body = slide.querySelector(".body");
    const over = (box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
    return !over(slide) && !over(body) && ![...body.children].some((box) => box.offsetHeight > body.clientHeight + 1);
  };
  const fit = () => {
    const slide = slides[at];
    for (let size = 1; size > 0.4; size -= 0.04) {
      slide.style.setProperty("--fit", size);
      if (fits(slide)) return;
    }
  };

  const show = (wanted, tell = true) => {
    at = Math.min(slides.length - 1, Math.max(0, wanted));
    slides.forEach((slide, n) => slide.classList.toggle("on", n === at));
    fit();
    remember();
    if (tell) part("said").textContent = `${main.dataset.progress.replace("#", slides[at].id)}: ${titles[at]}`;
    tellBeside();
  };

  const blank = (on = part("blank").hidden) => {
    part("blank").hidden = !on;
    if (on) part("said").textContent = main.dataset.blank;
  };

  const notes = (on = !root.classList.contains("noted")) => {
    root.classList.toggle("noted", on);
    slides.forEach((slide) => { slide.querySelector(".notes").hidden = !on; });
    fit();
  };

  // A second window for the presenter: notes, and what comes next.
  const tellBeside = () => {
    if (!beside || beside.closed) return;
    const page = beside.document;
    const said = (tag, text, name) => {
      const made = page.createElement(tag);
      made.textContent = text;
      made.className = name;
      return made;
    };
    const own = [...slides[at].querySelectorAll(".notes p")].map((each) => said("p", each.textContent, "sentence"));
    const next = titles[at + 1] ? `${main.dataset.next}: ${titles[at + 1]}` : main.dataset.nonext;
    page.title = main.dataset.notes;
    page.body.replaceChildren(
      said("p", main.dataset.progress.replace("#", slides[at].id), "eyebrow"), said("h1", titles[at], ""), ...own, said("p", next, "more"),
    );
  };
  const openBeside = () => {
    beside = window.open("", "notes", "width=900,height=600");
    if (!beside) return notes(true);
    beside.document.head.replaceChildren(beside.document.importNode(document.querySelector("style"), true));
    beside.document.documentElement.lang = root.lang;
    beside.document.documentElement.dataset.scheme = root.dataset.scheme;
    beside.document.body.className = "slide";
    beside.addEventListener("keydown", pressed);
    tellBeside();
  };

  const help = (on = part("help").hidden) => {
    part("help").hidden = !on;
    if (on) part("help").querySelector("button").focus();
  };
  const full = () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.())?.catch?.(() => {});
  const dark = () => {
    const now = getComputedStyle(root).colorScheme;
    root.dataset.scheme = now === "dark" ? "light" : "dark";
  };
  const close = () => {
    if (!part("blank").hidden) blank(false);
    else if (!part("help").hidden) help(false);
    else if (root.classList.contains("noted")) notes(false);
    else if (document.fullscreenElement) full();
  };

  const next = () => show(at + 1);
  const previous = () => show(at - 1);
  const keys = {
    ArrowRight: next, ArrowDown: next, PageDown: next, " ": next, Enter: next,
    ArrowLeft: previous, ArrowUp: previous, PageUp: previous, Backspace: previous,
    Home: () => show(0), End: () => show(slides.length - 1), Escape: close,
    f: full, F5: full, b: () => blank(), ".": () => blank(), n: () => notes(), w: openBeside, l: dark, "?": () => help(), h: () => help(),
  };

  function pressed(event) {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const act = event.key === " " && event.shiftKey ? previous : keys[key];
    if (!act || !root.classList.contains("deck") || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest?.("a, button, summary") && (key === " " || key === "Enter")) return;
    event.preventDefault();
    if (!part("blank").hidden && key !== "b" && key !== "." && key !== "Escape") blank(false);
    else act();
  }

  const buttons = { previous, next, full, help: () => help() };
  document.addEventListener("keydown", pressed);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) buttons[button.dataset.do]();
    else if (event.target.id === "blank") blank(false);
  });

  let start = null;
  document.addEventListener("touchstart", (event) => { start = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!start || !root.classList.contains("deck")) return;
    const across = event.changedTouches[0].clientX - start.clientX;
    const down = event.changedTouches[0].clientY - start.clientY;
    if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(down)) (across < 0 ? next : previous)();
  });

  let resting;
  document.addEventListener("mousemove", () => {
    root.classList.add("moving");
    clearTimeout(resting);
    resting = setTimeout(() => root.classList.remove("moving"), 1800);
  });

  const arrange = () => {
    root.classList.toggle("deck", wide.matches);
    part("steps").hidden = !wide.matches;
    if (wide.matches) show(at, false);
    else notes(false);
  };
  wide.addEventListener("change", arrange);
  addEventListener("resize", () => { if (root.classList.contains("deck")) fit(); });
  addEventListener("hashchange", () => show(place()));
  document.fonts?.ready.then(() => { if (root.classList.contains("deck")) fit(); });
  arrange();
})();
