import type { VictimAssistanceTable } from "./victim-assistance-table.js";

export type * from "./victim-assistance-table.js";

/**
 * Loads the widget, and defines `<victim-assistance-table>`. Resolves to its class, or to nothing where it cannot start:
 * the console and `vat-error` have said why, and pages go on showing what stands inside the element.
 */
export function define(): Promise<(new () => VictimAssistanceTable) | undefined>;
