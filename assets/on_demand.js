// Loads the part of the wasm that a first visit does without, when the first part asks for it. The two share memory and
// functions.

import { initSync } from "./{glue}";

// Kept as long as its functions stand in the table of the first.
export let second;

export async function __wasm_split_load_on_demand(done, data) {
  // The exports of the first part, which has long been started.
  const first = initSync();
  let loaded = false;
  try {
    const response = await fetch(new URL("./{wasm}", import.meta.url), { integrity: "{integrity:{wasm}}" });
    if (!response.ok) throw new Error(`${response.url} answers ${response.status}`);
    // Not in one step from the bytes: WebKitGTK 2.50 crashed in every long run of the tests that did so.
    const part = await WebAssembly.compile(await response.arrayBuffer());
    second = new WebAssembly.Instance(part, { __wasm_split: first });
    loaded = true;
  } catch (error) {
    console.warn(`<victim-assistance-table>: ${error}. All files of the widget must be served beside its script.`);
  }
  first.__indirect_function_table.get(done)(data, loaded);
}
