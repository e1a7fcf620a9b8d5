import type { VictimAssistanceTable } from "victim-assistance-table";
import { define } from "victim-assistance-table";
import "victim-assistance-table/table.css";

const table: VictimAssistanceTable | null = document.querySelector("victim-assistance-table");
table?.addEventListener("vat-change", ({ detail }) => console.log(detail.textSize));
await define();
