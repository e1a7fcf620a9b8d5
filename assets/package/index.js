// Importing this does nothing by itself, also where there is no browser.

/**
 * Loads the widget, and defines <victim-assistance-table>. Resolves to its class, or to nothing where it cannot start: the
 * console and `vat-error` have said why, and pages go on showing what stands inside the element.
 */
export async function define() {
  await import("./victim-assistance-table.js");
  return customElements.get("victim-assistance-table");
}
