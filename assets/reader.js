// Reads another dataset where an element asks for one by `src`. The same script runs in a worker where the page allows
// one: however large the dataset is, and however wrong, reading it keeps no reader waiting.

import init, { readDataset } from "./vat-reader.js";

// Only such a dataset makes a large table.
export * from "./large_table.js";

const MOST_BYTES = Number("{most-bytes}");
const datasets = new Map();

/**
 * Resolves to what `take` makes of the dataset at an address, which it gets as a text; rejects with what is wrong with it.
 * Each is read once.
 */
export function read(address, take) {
  if (!datasets.has(address)) {
    const reading = load(address).then(examine).then(take);
    // After a failure it is tried again.
    reading.catch(() => datasets.delete(address));
    datasets.set(address, reading);
  }
  return datasets.get(address);
}

/** No more of it than is read. */
async function load(address) {
  const response = await fetch(address).catch(({ message }) => {
    throw new Error(`${address} cannot be fetched: ${message}. Its server and the page’s Content-Security-Policy (connect-src) must allow it`);
  });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  const parts = [];
  let length = 0;
  const stream = response.body.getReader();
  for (let part = await stream.read(); !part.done; part = await stream.read()) {
    parts.push(part.value);
    length += part.value.length;
    // One byte more than it may have: it is refused for that.
    if (length > MOST_BYTES) {
      stream.cancel();
      break;
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function examine(json) {
  // Browsers check no script of a worker: where the page has its scripts checked, there is none.
  const entry = new URL("./victim-assistance-table.js", import.meta.url).href;
  const checks = [...document.scripts].some(({ src, integrity }) => integrity && src === entry);
  const { packed, problem } = (!checks && (await asked(json).catch(() => null))) || (await answer(json));
  if (problem) throw new Error(problem);
  return packed;
}

/** The answer of a worker; none where it cannot run. */
async function asked(json) {
  const worker = new Worker(import.meta.url, { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(event);
      };
      worker.postMessage(json);
    });
  } finally {
    worker.terminate();
  }
}

let started;

async function answer(json) {
  const wasm = () => fetch(new URL("./vat-reader_bg.wasm", import.meta.url), { integrity: "{integrity:vat-reader_bg.wasm}" });
  // After a failure it is tried again.
  started ??= init({ module_or_path: wasm() }).catch((error) => {
    started = null;
    throw error;
  });
  await started;
  try {
    return { packed: readDataset(json) };
  } catch (problem) {
    // All else is no answer.
    if (typeof problem !== "string") throw problem;
    return { problem };
  }
}

if (!globalThis.document) onmessage = async ({ data }) => postMessage(await answer(data).catch(() => null));
