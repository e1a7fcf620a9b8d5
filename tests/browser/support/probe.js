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
    about: (root) =>
      [...root.querySelectorAll(".vat-about section")].filter(visible).flatMap((section) => [
        text(section.querySelector(".vat-name")),
        ...stated(section),
      ]),

    /** The boxes of the open panel: whether each is checked, what it chooses, its name, and the count it is described by. */
    choices: (root) =>
      [...root.querySelectorAll("input[type=checkbox]")].filter(visible).map((box) => {
        const { checked, name, value } = box;
        const group = text(box.closest("fieldset").querySelector("legend"));
        const count = root.getElementById(box.getAttribute("aria-describedby"));
        const nothing = box.closest(".vat-gives-nothing") ? " (nothing)" : "";
        return `${checked ? "[x]" : "[ ]"} ${group} · ${name}=${value} · ${nameOf(box)}: ${visible(count) ? text(count) : "(unseen)"}${nothing}`;
      }),

    /** The filters that are set. */
    chips: (root) => [...root.querySelectorAll(".vat-chips li button")].filter(visible).map((chip) => without(chip, ".vat-unseen")),

    /** All that the answer says, a fact a line; `deep` with what stands behind the disclosures. */
    lines(root, deep) {
      const lines = [`status: ${text(root.querySelector(".vat-status"))}`];
      const [table, page, map] = [".vat-table", ".vat-page", ".vat-map"].map((part) => root.querySelector(part));
      if (table && visible(table)) lines.push(...tableLines(table, deep));
      if (page) lines.push(...pageLines(page, deep));
      if (map) lines.push(...overviewLines(map, root.querySelector(".vat-timeline")));
      const nothing = root.querySelector(".vat-nothing");
      if (nothing && visible(nothing)) {
        const [message, meant, dropped] = nothing.children;
        const buttons = (paragraph) => [...paragraph.querySelectorAll("button")].filter(visible).map(text);
        lines.push(`nothing: ${text(message)}`);
        lines.push(...buttons(meant).map((other) => `did you mean: ${other}`));
        lines.push(...buttons(dropped).map((filter) => `without: ${filter}`));
      }
      return lines;
    },
  };
  window.probe = probe;

  const SELECTORS = {
    button: "button",
    checkbox: "input[type=checkbox]",
    combobox: "select, [role=combobox]",
    group: "fieldset, [role=group]",
    heading: "h1, h2, h3, h4, h5, h6",
    link: "a[href]",
    navigation: "nav",
    listbox: "[role=listbox]",
    option: "[role=option]",
    radio: "input[type=radio]",
    region: "[role=region]",
    search: "[role=search]",
    status: "[role=status]",
    summary: "summary",
    table: "table",
  };

  const visible = (element) => element.checkVisibility({ visibilityProperty: true });

  const text = (node) => {
    if (!node) return "(nothing there)";
    const copy = node.cloneNode(true);
    for (const mark of copy.querySelectorAll("ins, del")) mark.prepend(mark.localName === "ins" ? "+" : "-");
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

  const without = (element, unwanted) => {
    const copy = element.cloneNode(true);
    for (const other of copy.querySelectorAll(unwanted)) other.remove();
    return text(copy);
  };

  /** What is called so, and what stands below its name. */
  const described = (what, element) => {
    const description = element.querySelector(":scope .vat-description");
    const name = without(element, ".vat-description");
    return `${what}: ${description?.textContent ? `${name} — ${text(description)}` : name}`;
  };

  const tableLines = (table, deep) => {
    const lines = [`caption: ${text(table.caption)}`];
    [...table.tHead.rows[0].cells].forEach((head, at) => {
      const sorted = head.getAttribute("aria-sort");
      lines.push(described(at === 0 ? "corner" : "column", head) + (sorted ? ` (${sorted})` : ""));
    });
    for (const row of table.querySelectorAll("tbody > tr")) {
      if (!visible(row)) continue;
      const [head, ...cells] = row.cells;
      lines.push(described(head.scope === "rowgroup" ? "group" : "row", head));
      cells.forEach((cell, at) => lines.push(`- ${at}`, ...cellLines(cell, deep)));
    }
    return lines;
  };

  const pageLines = (page, deep) => {
    const [title, lead] = page.children;
    const lines = [`page: ${text(title)}`, `lead: ${text(lead)}`];
    for (const section of page.querySelectorAll("section")) {
      const [head, body] = section.children;
      const cell = body.querySelector(":scope > .vat-cell");
      lines.push(`section: ${[...head.children].map(text).filter(Boolean).join(" — ")}`);
      lines.push(...[...body.querySelectorAll(":scope > .vat-notes > p")].map((note) => `note: ${text(note)}`));
      lines.push(...stated(body));
      if (cell) lines.push(...cellLines(cell, deep));
      lines.push(...[...body.querySelectorAll(":scope > .vat-lines > li")].map((line) => `leads on: ${text(line)}`));
    }
    return lines;
  };

  const overviewLines = (map, timeline) => {
    const lines = [`map: ${text(map.caption)}`];
    const [, ...topics] = map.tHead.rows[0].cells;
    lines.push(...topics.map((topic) => `topic: ${text(topic)}`));
    for (const row of map.tBodies[0].rows) {
      const [head, ...cells] = row.cells;
      lines.push(`instrument: ${text(head)}`);
      lines.push(...cells.map((cell) => `  ${nameOf(cell.querySelector("button"))}${cell.matches(".vat-faint") ? " (faint)" : ""}`));
    }
    lines.push(`timeline: ${text(timeline.caption)}`);
    lines.push(...[...timeline.tBodies[0].rows].map(({ cells: [head, years] }) => `  ${text(head)}: ${text(years)}`));
    return lines;
  };

  /** Facts with what vouches for them, of the list that stands in an element. */
  const stated = (element) =>
    [...element.querySelectorAll(":scope > dl > div")].flatMap((fact) => {
      const [said, ...others] = fact.querySelector("dd").children;
      const notes = others.filter((other) => other.matches(".vat-note"));
      const sources = others.filter((other) => !other.matches(".vat-note")).flatMap((other) => [...other.children]);
      return [`  ${text(fact.querySelector("dt"))}: ${text(said)}`, ...[...notes, ...sources].map((other) => `    ${text(other)}`)];
    });

  const cellLines = (cell, deep) => [...cell.children].filter(({ hidden }) => !hidden).flatMap((child) => part(child, deep));

  const part = (element, deep) => {
    if (element.matches("ul")) return [...element.children].flatMap((item) => provision(item, deep));
    if (element.matches("details")) return [`more: ${text(element.firstElementChild)}`, ...part(element.querySelector("ul"), deep)];
    const lines = [`empty: ${text(element.matches("p") ? element : element.querySelector("p"))}`];
    if (deep) lines.push(...facts(element));
    return lines;
  };

  const provision = (item, deep) => {
    const [pinpoint, ...others] = item.querySelectorAll(":scope > p");
    // What an organisation does is a sentence.
    if (!pinpoint) return [`says: ${text(item)}`];
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
  addEventListener("error", ({ message }) => {
    // No error: sizes that are told in the next frame. Nothing is measured before it.
    if (!message.startsWith("ResizeObserver loop")) probe.errors.push(message);
  });
  addEventListener("unhandledrejection", (event) => probe.errors.push(String(event.reason)));
  addEventListener("securitypolicyviolation", (event) => probe.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
}
