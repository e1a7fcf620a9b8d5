// Notes when the table is first painted, and for each keystroke when what it changed is painted.

window.measured = { table: null, keystrokes: [] };

// The frame after a change is painted when the first task after its animation frame runs.
function painted(then) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  });
}

function tableIsThere() {
  painted((now) => (measured.table = now));
}

addEventListener(
  "keydown",
  (event) => {
    const began = event.timeStamp;
    // The input event, and whatever it sets off in microtasks and tasks, comes before the second frame.
    requestAnimationFrame(() => painted((now) => measured.keystrokes.push(now - began)));
  },
  { capture: true },
);
