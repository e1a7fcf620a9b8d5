import List from "list.js";
import { run } from "../page.js";

run("tbody tr", (place, { columns, rows }) => {
  const names = columns.map((_, i) => `c${i}`);
  const heads = columns.map((name) => `<th scope="col">${name}`).join("");
  place.innerHTML = `<table><thead><tr>${heads}<tbody class="list"></table>`;
  const list = new List(
    place,
    { valueNames: names, item: `<tr>${names.map((name) => `<td class="${name}"></td>`).join("")}</tr>` },
    rows.map((texts) => Object.fromEntries(texts.map((text, i) => [names[i], text]))),
  );
  return {
    filter: (text) => list.search(text),
    sort: () => list.sort("c0", { order: "asc" }),
  };
});
