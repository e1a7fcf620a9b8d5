// Starts what prints, saves and cites, when a reader first asks for it.

import { starter } from "./start.js";
import init, { Export } from "./vat-export.js";

const start = starter(init, () =>
  fetch(new URL("./vat-export_bg.wasm", import.meta.url), { integrity: "{integrity:vat-export_bg.wasm}" }),
);

/** Resolves to the class that does it. */
export async function exporting() {
  await start();
  return Export;
}
