import { Grid } from "gridjs";
import { run } from "../page.js";

run("tbody tr .gridjs-td, tbody tr [data-column-id]", (place, { columns, rows }) => {
  let sorted = rows;
  let searched = "";
  const grid = new Grid({ columns, data: rows }).render(place);
  // It sorts by its own controls only, so that others give it the rows.
  const show = () => {
    const data = sorted.filter((texts) => texts.some((text) => text.toLowerCase().includes(searched)));
    grid.updateConfig({ data }).forceRender();
  };
  return {
    filter(text) {
      searched = text.toLowerCase();
      show();
    },
    sort() {
      const { compare } = new Intl.Collator("en");
      sorted = rows.toSorted((a, b) => compare(a[0], b[0]));
      show();
    },
  };
});
