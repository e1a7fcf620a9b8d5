// The page for frames: what its address asks for becomes the element's attributes, and the page around it, which may be
// any, is told how high it is. victim-assistance-frame.js is that page's side.

const ATTRIBUTES = "{attributes}".split(" ");
const table = document.querySelector("victim-assistance-table");

for (const [name, value] of new URLSearchParams(location.search)) {
  if (ATTRIBUTES.includes(name)) table.setAttribute(name, value);
  else console.warn(`<victim-assistance-table>: ${name} is not understood and is ignored; use one of: ${ATTRIBUTES.join(" ")}`);
}

new ResizeObserver(tellHeight).observe(document.body);
// A frame out of sight need not be laid out, and what is observed in it is not told: it would grow only under the eyes of a
// reader who comes to it.
tellHeight();
table.addEventListener("vat-ready", tellHeight);
// The page around it asks when its script is there, which may be later than the table.
addEventListener("message", ({ source, data }) => {
  if (source === parent && data === "vat-height?") tellHeight();
});

function tellHeight() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // To whomever: that a page may frame this one is for the server to say, and a height is no secret.
  if (parent !== window) parent.postMessage({ "vat-height": height }, "*");
}
