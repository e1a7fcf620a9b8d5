// The one script to include: it loads the widget, and defines <victim-assistance-table> when it is ready.
// Whatever fails here, the page goes on showing what stands inside the element.

// Where the page has this script checked, the wasm is checked, too; else it is compiled while it arrives.
const checks = [...document.scripts].some(({ src, integrity }) => integrity && src === import.meta.url);
const examine = async (error) => (await import("./embed-doctor.js")).examine(error);

// Where all tables may wait, nothing is loaded until one comes near.
const lazy = document.querySelectorAll("victim-assistance-table[loading=lazy]");
if (lazy[0] && !document.querySelector("victim-assistance-table:not([loading=lazy])")) {
  await new Promise((near) => {
    const observer = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      near();
    }, { rootMargin: "100%" });
    for (const table of lazy) observer.observe(table);
  });
}

// Addresses are written out, so that bundlers find the files. The build puts the files' last names and hashes here.
const wasm = fetch(new URL("./vat-table_bg.wasm", import.meta.url), checks ? { integrity: "{integrity:vat-table_bg.wasm}" } : {});
// It is awaited only when the glue is there.
wasm.catch(() => {});
// Other datasets are read meanwhile; what is wrong with them is told when their elements ask for them.
for (const table of document.querySelectorAll("victim-assistance-table[src]")) {
  import("./vat-reader.js").then(({ begin }) => begin(new URL(table.getAttribute("src"), document.baseURI).href)).catch(() => {});
}
try {
  const { default: init } = await import("./vat-table.js");
  await init({ module_or_path: wasm });
  const table = customElements.get("victim-assistance-table");
  const isSecond = table.isServed;
  table.isServed = true;
  const isMistyped = (await wasm).headers.get("Content-Type") !== "application/wasm";
  if (isSecond || isMistyped || new URLSearchParams(location.search).has("vat-debug")) examine().catch(console.warn);
} catch (error) {
  const remedies = await examine(error).catch(() => "all files of the widget must be served beside this script");
  const message = `the widget cannot start, and the page shows its static table: ${error}. For the site's editor: ${remedies}`;
  console.error(`<victim-assistance-table>: ${message}`);
  for (const element of document.querySelectorAll("victim-assistance-table")) {
    const detail = { message, fatal: true };
    element.dispatchEvent(new CustomEvent("vat-error", { detail, bubbles: true, composed: true }));
  }
}
