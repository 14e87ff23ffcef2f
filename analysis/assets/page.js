// What Streamlit's page lacks for readers who hear it: the document follows the language in the address, and the drop
// zone of an upload, which takes the keyboard's focus, is no mere decoration.

const served = document.documentElement.lang;

function mend() {
  const language = new URLSearchParams(window.location.search).get("lang") ?? served;
  if (document.documentElement.lang !== language) document.documentElement.lang = language;
  for (const zone of document.querySelectorAll('[role="presentation"][tabindex]')) zone.removeAttribute("role");
}

new MutationObserver(mend).observe(document.documentElement, { childList: true, subtree: true });
