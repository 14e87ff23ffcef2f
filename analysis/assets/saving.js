// Makes a png of an SVG when its button is clicked, twice as fine as on the screen, and hands it out as a file. The
// picture is drawn by the browser alone: the server needs no fonts and no program for it.

const FINER = 2;

async function png(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), {
    width: image.naturalWidth * FINER,
    height: image.naturalHeight * FINER,
  });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((made) => canvas.toBlob(made, "image/png"));
}

async function save({ svg, name }) {
  const href = URL.createObjectURL(await png(svg));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60000);
}

// The click is taken before Streamlit sees it: nothing is asked of the server.
export default function ({ data, parentElement }) {
  parentElement.handed = data;
  if (parentElement.attends) return parentElement.leave;
  parentElement.attends = true;
  const clicked = (event) => {
    if (!event.target.closest(parentElement.handed.button)) return;
    event.stopPropagation();
    event.preventDefault();
    save(parentElement.handed);
  };
  document.addEventListener("click", clicked, true);
  parentElement.leave = () => {
    document.removeEventListener("click", clicked, true);
    parentElement.attends = false;
  };
  return parentElement.leave;
}
