// Reads another dataset where an element asks for one by `src`, and lays it out as there is time: it may be large. The same
// script runs in a worker where the page allows one: however large the dataset is, and however wrong, reading it keeps no
// reader waiting.

import init, { readDataset } from "./vat-reader.js";

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
  started ??= init({ module_or_path: fetch(new URL("./vat-reader_bg.wasm", import.meta.url), { integrity: "{integrity:vat-reader_bg.wasm}" }) });
  await started;
  try {
    return { packed: readDataset(json) };
  } catch (problem) {
    // All else is no answer.
    if (typeof problem !== "string") throw problem;
    return { problem };
  }
}

/** Calls back when the browser has nothing else to do. */
export function whenIdle(call) {
  // Safari has no such callback.
  globalThis.requestIdleCallback ? requestIdleCallback(call, { timeout: 200 }) : setTimeout(call);
}

const SETTLED_AT_ONCE = 10;
const QUIET_MS = 2000;
const quiet = new WeakMap();

/**
 * Lays out the rows of a large table that are out of sight, a few at a time, when nothing has changed for a while: until
 * then they have no content in the accessibility tree of some browsers (`content-visibility`). Before a change they are
 * let go again, as it would be laid out in all of them.
 */
export function settle(root, isChanging) {
  const table = root.querySelector(".vat-large");
  clearTimeout(quiet.get(root));
  if (!table) return;
  table.dataset.changing = "";
  if (!isChanging) quiet.set(root, setTimeout(() => beginToSettle(table), QUIET_MS));
}

function beginToSettle(table) {
  const rows = [...table.querySelectorAll(".vat-row")];
  for (const row of rows) delete row.dataset.settled;
  delete table.dataset.changing;
  settleSome(table, rows.filter((row) => !row.hidden));
}

function settleSome(table, rows) {
  if (table.dataset.changing !== undefined) return;
  for (const row of rows.splice(0, SETTLED_AT_ONCE)) row.dataset.settled = "";
  if (rows.length > 0) whenIdle(() => settleSome(table, rows));
}

if (!globalThis.document) onmessage = async ({ data }) => postMessage(await answer(data).catch(() => null));
