// Hands out a file that has just been made, once, as if its button had been clicked. Where the browser does not let it,
// the button is there.

const handed = new Set();

export default function ({ data }) {
  const hand = (looks) => {
    if (handed.has(data.file)) return;
    const button = document.querySelector(`.st-key-${data.key} button`);
    if (button) {
      handed.add(data.file);
      button.click();
    } else if (looks > 0) {
      setTimeout(hand, 50, looks - 1);
    }
  };
  hand(40);
}
