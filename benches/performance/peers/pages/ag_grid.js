import {
  ClientSideRowModelModule,
  ColumnApiModule,
  ModuleRegistry,
  QuickFilterModule,
  RowAutoHeightModule,
  createGrid,
} from "ag-grid-community";
import { run } from "../page.js";

ModuleRegistry.registerModules([ClientSideRowModelModule, ColumnApiModule, QuickFilterModule, RowAutoHeightModule]);

run(".ag-row", (place, { columns, rows }) => {
  place.style.height = "850px";
  const grid = createGrid(place, {
    columnDefs: columns.map((headerName, i) => ({ headerName, colId: `c${i}`, valueGetter: ({ data }) => data[i] })),
    defaultColDef: { flex: 1, wrapText: true, autoHeight: true, cellStyle: { lineHeight: 1.5 } },
    rowData: rows,
  });
  return {
    filter: (text) => grid.setGridOption("quickFilterText", text),
    sort: () => grid.applyColumnState({ state: [{ colId: "c0", sort: "asc" }] }),
  };
});
