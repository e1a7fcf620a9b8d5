// The one script to include: it loads the widget, and defines <victim-assistance-table> when it is ready.
// Whatever fails here, the page goes on showing what stands inside the element.

const wasm = fetch(new URL("./{wasm}", import.meta.url));
try {
  const { default: init } = await import("./{glue}");
  await init({ module_or_path: wasm });
  customElements.get("victim-assistance-table").exports ??= async () => {
    const exporting = await import("./{export-glue}");
    await exporting.default({ module_or_path: new URL("./{export-wasm}", import.meta.url) });
    return exporting;
  };
} catch (error) {
  const message = `the widget cannot start, and the page shows its static table: ${error}. For the site's editor: the \
server must deliver the files beside this script, .wasm as application/wasm, and a Content-Security-Policy must allow \
script-src 'wasm-unsafe-eval'.`;
  console.error(`<victim-assistance-table>: ${message}`);
  for (const element of document.querySelectorAll("victim-assistance-table")) {
    const detail = { message, fatal: true };
    element.dispatchEvent(new CustomEvent("vat-error", { detail, bubbles: true, composed: true }));
  }
}
