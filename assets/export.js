// Starts what prints, saves and cites, when a reader first asks for it.

import init, { Export } from "./vat-export.js";

let started;

/** Resolves to the class that does it. After a failure it is tried again. */
export async function exporting() {
  const wasm = () => fetch(new URL("./vat-export_bg.wasm", import.meta.url), { integrity: "{integrity:vat-export_bg.wasm}" });
  started ??= init({ module_or_path: wasm() }).catch((error) => {
    started = null;
    throw error;
  });
  await started;
  return Export;
}
