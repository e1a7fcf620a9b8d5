// Reads another dataset where an element asks for one by `src`. The same script runs in a worker where the page allows
// one: however large the dataset is, and however wrong, reading it keeps no reader waiting.

import { starter } from "./start.js";
import init, { readDataset } from "./vat-reader.js";

// Only such a dataset makes a large table.
export * from "./large_table.js";

const MOST_BYTES = Number("{most-bytes}");
const examined = new Map();
const datasets = new Map();

/** Begins to read the dataset at an address, before there is anything that could take it. */
export function begin(address) {
  if (!examined.has(address) && !datasets.has(address)) {
    examined.set(address, examine(load(address)));
    // Whoever takes it is told.
    examined.get(address).catch(() => {});
  }
}

/**
 * Resolves to what `take` makes of the promise of the dataset at an address as a text; rejects with what is wrong with it.
 * Each is read once.
 */
export function read(address, take) {
  if (!datasets.has(address)) {
    begin(address);
    const dataset = take(examined.get(address));
    examined.delete(address);
    // After a failure it is tried again.
    dataset.catch(() => datasets.delete(address));
    datasets.set(address, dataset);
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

async function examine(loading) {
  // Browsers check no script of a worker: where the page has its scripts checked, there is none.
  const entry = new URL("./victim-assistance-table.js", import.meta.url).href;
  const checks = [...document.scripts].some(({ src, integrity }) => integrity && src === entry);
  const { packed, problem } = (!checks && (await asked(loading).catch(() => null))) || (await answer(await loading));
  if (problem) throw new Error(problem);
  return packed;
}

/** The answer of a worker, which starts while the dataset is loaded; none where it cannot run. */
async function asked(loading) {
  const worker = new Worker(import.meta.url, { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(event);
      };
      loading.then((json) => worker.postMessage(json), reject);
    });
  } finally {
    worker.terminate();
  }
}

const start = starter(init, () =>
  fetch(new URL("./vat-reader_bg.wasm", import.meta.url), { integrity: "{integrity:vat-reader_bg.wasm}" }),
);

async function answer(json) {
  await start();
  try {
    return { packed: readDataset(json) };
  } catch (problem) {
    // All else is no answer.
    if (typeof problem !== "string") throw problem;
    return { problem };
  }
}

if (!globalThis.document) {
  onmessage = async ({ data }) => postMessage(await answer(data).catch(() => null));
  start().catch(() => {});
}
