// Starts a wasm that is loaded later.

/** A function that starts a wasm by its glue's `init` when it is first called, and again after a failure. */
export function starter(init, fetchWasm) {
  let started;
  return () =>
    (started ??= init({ module_or_path: fetchWasm() }).catch((error) => {
      started = null;
      throw error;
    }));
}
