import type {} from "victim-assistance-table/react";

/** A page of React that uses the element. */
export function Page() {
  return (
    <victim-assistance-table
      className="wide"
      view="compare"
      heading-level={3}
      no-toolbar
      onvat-change={({ detail }) => detail.view?.toUpperCase()}
      onvat-error={({ detail }) => detail.message.length}
      ref={(table) => void table?.exportAs("csv").then((file) => file.size)}
    />
  );
}

export function Wrong() {
  return (
    <>
      {/* @ts-expect-error there is no such attribute */}
      <victim-assistance-table viev="compare" />
      {/* @ts-expect-error a flag has no value */}
      <victim-assistance-table no-toolbar="yes" />
      {/* @ts-expect-error there is no such format */}
      <victim-assistance-table ref={(table) => void table?.exportAs("pdf")} />
    </>
  );
}
