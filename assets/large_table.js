// Lays out a table of many rows as there is time.

const SLICE_MS = 40;
const MOST_IN_SLICE = 40;

/** How many rows are done in a slice of time. */
class Pace {
  // As many as an old phone does in it; it is found out how many more this machine does.
  rows = 3;

  /** So many were done since then. Fewer than fit tell nothing: they were the last, or none was left. */
  kept(rows, began) {
    if (rows < this.rows) return;
    const fits = (rows * SLICE_MS) / Math.max(performance.now() - began, 1);
    this.rows = Math.ceil(Math.min(fits, 2 * rows, MOST_IN_SLICE));
  }
}

const making = new Pace();
const settling = new Pace();

/** Has `layOut` lay out more rows when there is time: as many as are done in a slice. */
export function layOutMore(layOut) {
  whenIdle(() => {
    const began = performance.now();
    const { rows } = making;
    layOut(rows);
    // Yew renders in a microtask that was asked for before this one.
    queueMicrotask(() => making.kept(rows, began));
  });
}

/** Calls back when the browser has nothing else to do. */
function whenIdle(call) {
  // Safari has no such callback.
  globalThis.requestIdleCallback ? requestIdleCallback(call, { timeout: 200 }) : setTimeout(call);
}

const QUIET_MS = 2000;
const quiet = new WeakMap();

/**
 * Lays out the rows of a large table that are out of sight, a few at a time, when nothing has changed for a while: until
 * then they have no content in the accessibility tree of some browsers (`content-visibility`). Before a change they are
 * let go again, as it would be laid out in all of them. `mark`, if any, is given the rows that come to be laid out.
 */
export function settle(root, isChanging, mark) {
  const table = root.querySelector(".vat-large");
  clearTimeout(quiet.get(root));
  if (!table) return;
  table.dataset.changing = "";
  if (!isChanging) quiet.set(root, setTimeout(() => beginToSettle(table, mark), QUIET_MS));
}

function beginToSettle(table, mark) {
  const rows = [...table.querySelectorAll(".vat-row")];
  for (const row of rows) delete row.dataset.settled;
  delete table.dataset.changing;
  settleSome(table, rows.filter((row) => !row.hidden), mark);
}

function settleSome(table, rows, mark) {
  if (table.dataset.changing !== undefined) return;
  const began = performance.now();
  const some = rows.splice(0, settling.rows);
  // Those in sight are marked already. To ask takes long: where nothing is searched for, it is not asked.
  const away = mark && some.filter((row) => !row.firstElementChild.checkVisibility({ contentVisibilityAuto: true }));
  for (const row of some) row.dataset.settled = "";
  if (away) mark(away);
  // Now, so that it counts.
  void table.offsetHeight;
  settling.kept(some.length, began);
  if (rows.length > 0) whenIdle(() => settleSome(table, rows, mark));
}
