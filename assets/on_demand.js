// Loads the part of the wasm that a first visit does without, when the first part asks for it. The two share memory and
// functions.

import { initSync } from "./vat-table.js";

export async function __wasm_split_load_on_demand(done, data) {
  // The exports of the first part, which has long been started.
  const first = initSync();
  let loaded = false;
  try {
    const response = await fetch(new URL("./vat-table_on_demand.wasm", import.meta.url), { integrity: "{integrity:vat-table_on_demand.wasm}" });
    if (!response.ok) throw new Error(`${response.url} answers ${response.status}`);
    await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: first });
    loaded = true;
  } catch (error) {
    console.warn(`<victim-assistance-table>: ${error}. All files of the widget must be served beside its script.`);
  }
  first.__indirect_function_table.get(done)(data, loaded);
}
