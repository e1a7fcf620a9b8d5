// Lays out a table of many rows as there is time.

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
