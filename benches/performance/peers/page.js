// What the pages have in common. Each gives the selector of its rows, and a function that fills the place with the rows
// and returns how to filter and to sort them.

import "./page.css";
import { SEARCHED } from "./searched.js";
import { painted, watch } from "./watch.js";

export async function run(row, fill) {
  const place = document.getElementById("table");
  const search = document.getElementById("search");
  watch(() => place, row);
  const rows = new URLSearchParams(location.search).get("rows");
  const data = await (await fetch(`rows-${rows}.json`)).json();
  const table = await fill(place, data);
  search.addEventListener("input", () => table.filter(search.value));
  const sort = document.getElementById("sort");
  sort.addEventListener("click", () => table.sort());
  window.controls = { search, sort };
  window.filterOften = async (count) => {
    for (let i = 0; i < count; i++) {
      table.filter(SEARCHED[i % SEARCHED.length]);
      await new Promise(painted);
    }
    measured.filtered = true;
  };
  measured.ready = true;
}
