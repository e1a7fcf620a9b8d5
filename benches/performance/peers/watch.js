// Notes when the first row is painted, how long the longest task took, and for each key and each press of the button when
// the last of what it changed in sight is painted.

window.measured = { firstRow: null, ready: false, longestTask: 0, times: [], filtered: false };

new PerformanceObserver((tasks) => {
  for (const { duration } of tasks.getEntries()) measured.longestTask = Math.max(measured.longestTask, duration);
}).observe({ type: "longtask", buffered: true });

// So long nothing changes any more when a result is there; the time itself does not count it.
const QUIET = 120;

const { port1, port2 } = new MessageChannel();
const waiting = [];
port1.onmessage = () => waiting.splice(0).forEach((then) => then(performance.now()));

// The frame is painted when the first task after its animation frame runs.
export const painted = (then) =>
  requestAnimationFrame(() => {
    waiting.push(then);
    port2.postMessage(null);
  });

// `root` gives the element or shadow root that the rows stand in, once it is there.
export function watch(root, row) {
  const look = () => {
    if (root()?.querySelector(row)) painted((now) => (measured.firstRow = now));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  for (const kind of ["keydown", "click"]) {
    addEventListener(kind, (event) => time(root(), event.timeStamp), { capture: true });
  }
}

function time(root, began) {
  let last;
  let timer;
  const note = () =>
    painted((now) => {
      last = now;
      clearTimeout(timer);
      timer = setTimeout(done, QUIET);
    });
  const observer = new MutationObserver((changes) => changes.some(isSeen) && note());
  const done = () => {
    observer.disconnect();
    measured.times.push(last - began);
  };
  // Not every attribute: a table may mend the state of its rows long after the reader has seen them.
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: ["hidden", "style"] });
  // In case there is nothing to change.
  requestAnimationFrame(note);
}

// Rows come and go all at once; what else changes in a row out of sight, the reader does not wait for.
function isSeen({ attributeName, target }) {
  const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement ?? document.body;
  const row = element.closest("tr") ?? element;
  if (attributeName === "hidden" && row === element) return true;
  const { top, bottom } = row.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
