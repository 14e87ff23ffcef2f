// Tells the server which mark of which figure was clicked. Called again for each run of the page.

export default function ({ setTriggerValue }) {
  window.figureClicked = (name, key) => setTriggerValue("click", { name, key });
}
