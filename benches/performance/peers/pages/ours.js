// The widget, as its README says, with the same rows as a dataset given at run time.

import { painted, watch } from "../watch.js";
import { SEARCHED } from "../searched.js";

const table = document.querySelector("victim-assistance-table");
const root = () => table.shadowRoot;
const rows = Number(new URLSearchParams(location.search).get("rows"));
watch(root, ".vat-row");

window.filterOften = async (count) => {
  for (let i = 0; i < count; i++) {
    table.search = SEARCHED[i % SEARCHED.length];
    await new Promise(painted);
  }
  measured.filtered = true;
};

// It can be used long before; what is measured begins when it has come to rest. To ask what is laid out would have it laid
// out: where rows are laid out as there is time, the table marks them.
const isAtRest = () => {
  const settled = root()?.querySelector(".vat-large") ? "[data-settled]" : "";
  return root()?.querySelectorAll(`.vat-row${settled}`).length === rows;
};
const look = () => {
  if (!isAtRest()) return setTimeout(look, 100);
  window.controls = { search: root().querySelector("[role=combobox]"), sort: root().querySelector("thead .vat-sort") };
  measured.ready = true;
};
look();
