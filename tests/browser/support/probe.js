// Runs first on every page of a test: it keeps what happens there, and finds things as a reader does.
{
  const NAME = "victim-assistance-table";
  const probe = {
    /** Every event of the widgets that reached the document. */
    events: [],
    /** Errors nobody caught. */
    errors: [],
    /** What a Content-Security-Policy forbade. */
    violations: [],

    widgets: () => [...document.querySelectorAll(NAME)],

    /** What a reader without eyes would be told: elements by role and name, visible ones only. */
    find(root, role, name) {
      return [...root.querySelectorAll(SELECTORS[role])].filter((element) => visible(element) && nameOf(element) === name);
    },

    nameOf: (element) => nameOf(element),

    /** The facts about instruments that are visible. */
    about(root) {
      return [...root.querySelectorAll(".vat-about section")].filter(visible).flatMap((section) => [
        text(section.querySelector(".vat-name")),
        ...[...section.querySelectorAll("dl > div")].flatMap((fact) => {
          const [said, ...others] = fact.querySelector("dd").children;
          const notes = others.filter((other) => other.matches(".vat-note"));
          const sources = others.filter((other) => !other.matches(".vat-note")).flatMap((other) => [...other.children]);
          return [`  ${text(fact.querySelector("dt"))}: ${text(said)}`, ...[...notes, ...sources].map((other) => `    ${text(other)}`)];
        }),
      ]);
    },

    /** All that a table says, a fact a line; `deep` with what stands behind the disclosures. */
    lines(root, deep) {
      const lines = [`status: ${text(root.querySelector(".vat-status"))}`];
      const table = root.querySelector("table");
      if (!visible(table)) return [...lines, `nothing: ${text(root.querySelector(".vat-nothing"))}`];
      lines.push(`caption: ${text(table.caption)}`);
      for (const head of [...table.tHead.rows[0].cells].slice(1)) {
        lines.push(`column: ${[...head.children].map(text).join(" — ")}`);
      }
      for (const row of table.querySelectorAll("tbody > tr")) {
        if (!visible(row)) continue;
        const [head, ...cells] = row.cells;
        lines.push(`${head.scope === "rowgroup" ? "group" : "row"}: ${text(head)}`);
        cells.forEach((cell, at) => {
          lines.push(`- ${at}`);
          for (const child of cell.children) lines.push(...part(child, deep));
        });
      }
      return lines;
    },
  };
  window.probe = probe;

  const SELECTORS = {
    button: "button",
    checkbox: "input[type=checkbox]",
    combobox: "select",
    group: "fieldset, [role=group]",
    heading: "h1, h2, h3, h4, h5, h6",
    link: "a[href]",
    radio: "input[type=radio]",
    region: "[role=region]",
    search: "[role=search]",
    searchbox: "input[type=search]",
    status: "[role=status]",
    summary: "summary",
    table: "table",
  };

  const visible = (element) => element.checkVisibility({ visibilityProperty: true });

  const text = (node) => {
    if (!node) return "(nothing there)";
    const copy = node.cloneNode(true);
    for (const mark of copy.querySelectorAll("mark")) mark.replaceWith(`‹${mark.textContent}›`);
    for (const line of copy.querySelectorAll("br")) line.replaceWith(" / ");
    for (const link of copy.querySelectorAll("a")) link.append(` <${link.getAttribute("href")}>`);
    if (copy.matches?.("a")) copy.append(` <${copy.getAttribute("href")}>`);
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  const nameOf = (element) => {
    const label = element.getAttribute("aria-label");
    if (label !== null) return label;
    const words = element.labels?.length ? element.labels[0] : (element.querySelector("legend") ?? element.caption ?? element);
    // Of a label only its own words, of a button not the state beside its name.
    const copy = words.cloneNode(true);
    for (const other of copy.querySelectorAll("select, input, [aria-hidden=true], .vat-chosen")) other.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  const part = (element, deep) => {
    if (element.matches("ul")) return [...element.children].flatMap((item) => provision(item, deep));
    if (element.matches("details")) return [`more: ${text(element.firstElementChild)}`, ...part(element.querySelector("ul"), deep)];
    const lines = [`empty: ${text(element.matches("p") ? element : element.querySelector("p"))}`];
    if (deep) lines.push(...facts(element));
    return lines;
  };

  const provision = (item, deep) => {
    const [pinpoint, ...others] = item.querySelectorAll(":scope > p");
    const lines = [`${text(pinpoint.querySelector("b"))} | ${text(pinpoint.lastElementChild)}`];
    lines.push(...others.map((paragraph) => `  ${text(paragraph)}`));
    if (deep) lines.push(...facts(item));
    return lines;
  };

  const facts = (element) => [
    ...[...element.querySelectorAll("summary")].map((summary) => `  > ${text(summary)}`),
    ...[...element.querySelectorAll("dl > div")].map((fact) => `  ${text(fact.querySelector("dt"))}: ${text(fact.querySelector("dd"))}`),
  ];

  for (const type of ["vat-ready", "vat-change", "vat-error"]) {
    addEventListener(type, (event) => {
      const { target, detail, bubbles, composed } = event;
      probe.events.push({ type, target: target.id, detail, bubbles, composed });
    });
  }
  addEventListener("error", (event) => probe.errors.push(String(event.message)));
  addEventListener("unhandledrejection", (event) => probe.errors.push(String(event.reason)));
  addEventListener("securitypolicyviolation", (event) => probe.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
}
