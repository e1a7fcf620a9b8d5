import DataTable from "datatables.net";
import { run } from "../page.js";

run("tbody tr", (place, { columns, rows }) => {
  const element = place.appendChild(document.createElement("table"));
  const table = new DataTable(element, {
    columns: columns.map((title) => ({ title })),
    data: rows,
    paging: false,
    autoWidth: false,
    order: [],
    layout: { topStart: null, topEnd: null, bottomStart: null, bottomEnd: null },
  });
  return {
    filter: (text) => table.search(text).draw(),
    sort: () => table.order([0, "asc"]).draw(),
  };
});
