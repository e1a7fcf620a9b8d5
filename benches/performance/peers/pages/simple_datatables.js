import { DataTable } from "simple-datatables";
import { run } from "../page.js";

run("tbody tr", async (place, { columns, rows }) => {
  const element = place.appendChild(document.createElement("table"));
  const table = new DataTable(element, {
    data: { headings: columns, data: rows },
    paging: false,
    searchable: true,
    fixedColumns: false,
    template: () => `<div class="datatable-container"></div>`,
  });
  await new Promise((built) => (table.initialized ? built() : table.on("datatable.init", built)));
  return {
    filter: (text) => table.search(text),
    sort: () => table.columns.sort(0, "asc"),
  };
});
