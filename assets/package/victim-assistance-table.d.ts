// Types of <victim-assistance-table>, as its README describes it.

/** What an attribute or property may be set to: a list is joined by spaces; nothing removes it. */
export type Settable = string | number | readonly string[] | null | undefined;

/** The attributes, as they stand in HTML. */
export interface VictimAssistanceTableAttributes {
{attributes}
}

/** The detail of `vat-change`: each as it is now, `undefined` where it is the usual. */
export interface VictimAssistanceTableState {
{state}
}

/** The events, which bubble and cross shadow roots. */
export interface VictimAssistanceTableEvents {
{events}
}

export interface VictimAssistanceTable extends HTMLElement {
{properties}

{methods}

  addEventListener<K extends keyof VictimAssistanceTableEvents>(
    type: K,
    listener: (this: VictimAssistanceTable, event: VictimAssistanceTableEvents[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof VictimAssistanceTableEvents>(
    type: K,
    listener: (this: VictimAssistanceTable, event: VictimAssistanceTableEvents[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "victim-assistance-table": VictimAssistanceTable;
  }
  interface HTMLElementEventMap extends VictimAssistanceTableEvents {}
}
