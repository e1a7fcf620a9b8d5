// For pages that show embed.html in a frame: makes each such frame as high as what it shows. It may come before or after
// the frames; without it they scroll.

const EMBED = new URL("./embed.html", import.meta.url);

addEventListener("message", ({ source, origin, data }) => {
  const height = data?.["vat-height"];
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || origin !== originOf(frame) || !Number.isFinite(height) || height <= 0) return;
  const isBorderInside = getComputedStyle(frame).boxSizing === "border-box";
  frame.style.height = `${height + (isBorderInside ? frame.offsetHeight - frame.clientHeight : 0)}px`;
});

// Those that were there first have told their height to nobody.
for (const { contentWindow } of frames()) contentWindow?.postMessage("vat-height?", "*");

function frames() {
  return [...document.querySelectorAll("iframe")].filter(({ src }) => src.split(/[?#]/)[0] === EMBED.href);
}

// A frame that is kept apart has no origin to name.
function originOf({ sandbox }) {
  return sandbox.length && !sandbox.contains("allow-same-origin") ? "null" : EMBED.origin;
}
