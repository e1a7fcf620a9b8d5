import { FilterModule, FormatModule, SortModule, Tabulator } from "tabulator-tables";
import "tabulator-tables/dist/css/tabulator.min.css";
import "./tabulator.css";
import { run } from "../page.js";

Tabulator.registerModule([FilterModule, FormatModule, SortModule]);

run(".tabulator-row", async (place, { columns, rows }) => {
  const table = new Tabulator(place, {
    height: "850px",
    layout: "fitColumns",
    columns: columns.map((title, i) => ({ title, field: `c${i}`, formatter: "textarea" })),
    data: rows.map((texts) => Object.fromEntries(texts.map((text, i) => [`c${i}`, text]))),
  });
  await new Promise((built) => table.on("tableBuilt", built));
  const holds = (row, { searched }) => Object.values(row).some((text) => `${text}`.toLowerCase().includes(searched));
  return {
    filter: (text) => table.setFilter(holds, { searched: text.toLowerCase() }),
    sort: () => table.setSort("c0", "asc"),
  };
});
