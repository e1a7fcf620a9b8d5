import {
  columnFilteringFeature,
  constructTable,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowSortingFeature,
  sortFn_text,
  tableFeatures,
} from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from "@tanstack/virtual-core";
import "./tanstack.css";
import { run } from "../page.js";

run(".row", (place, { columns, rows }) => {
  place.innerHTML = `<div class="row">${columns.map((name) => `<b>${name}</b>`).join("")}</div><div></div>`;
  const [head, body] = place.children;
  head.className = "head";
  const table = constructTable({
    features: tableFeatures({
      coreReactivityFeature: storeReactivityBindings(),
      columnFilteringFeature,
      globalFilteringFeature,
      rowSortingFeature,
      filteredRowModel: createFilteredRowModel(),
      sortedRowModel: createSortedRowModel(),
    }),
    columns: columns.map((header, i) => ({ id: `c${i}`, header, accessorFn: (texts) => texts[i], sortFn: sortFn_text })),
    data: rows,
    globalFilterFn: filterFn_includesString,
  });

  const shown = new Map();
  const draw = () => {
    const all = table.getRowModel().rows;
    body.style.height = `${virtual.getTotalSize()}px`;
    const items = new Map(virtual.getVirtualItems().map((item) => [all[item.index].id, item]));
    for (const [id, element] of shown) {
      if (!items.has(id)) shown.delete(id) && element.remove();
    }
    for (const [id, item] of items) {
      let element = shown.get(id);
      if (!element) {
        element = body.appendChild(document.createElement("div"));
        element.className = "row";
        const cells = all[item.index].getAllCells();
        element.append(...cells.map((cell) => Object.assign(document.createElement("div"), { textContent: cell.getValue() })));
        shown.set(id, element);
      }
      element.dataset.index = item.index;
      element.style.transform = `translateY(${item.start}px)`;
      virtual.measureElement(element);
    }
  };
  const options = () => ({
    count: table.getRowModel().rows.length,
    getScrollElement: () => place,
    getItemKey: (index) => table.getRowModel().rows[index].id,
    estimateSize: () => 190,
    overscan: 3,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: draw,
  });
  const virtual = new Virtualizer(options());
  const show = () => {
    virtual.setOptions(options());
    virtual._willUpdate();
    draw();
  };
  virtual._didMount();
  show();
  return {
    filter(text) {
      table.setGlobalFilter(text);
      show();
    },
    sort() {
      table.setSorting([{ id: "c0", desc: false }]);
      show();
    },
  };
});
