// What a page would do without a library: all rows by innerHTML once, filtered by `hidden`, sorted by moving them.

const escaped = (text) => text.replace(/[&<]/g, (char) => (char === "&" ? "&amp;" : "&lt;"));

export function fill(place, { columns, rows }) {
  const head = columns.map((name) => `<th scope="col" role="columnheader">${escaped(name)}`).join("");
  const row = ([first, ...others]) =>
    `<tr role="row"><th scope="row" role="rowheader">${escaped(first)}` +
    others.map((text) => `<td role="cell">${escaped(text)}`).join("");
  place.innerHTML =
    `<table role="table"><thead role="rowgroup"><tr role="row">${head}` +
    `<tbody role="rowgroup">${rows.map(row).join("")}</table>`;

  const body = place.querySelector("tbody");
  const entries = rows.map((texts, i) => ({
    element: body.rows[i],
    first: texts[0],
    text: texts.join("\n").toLowerCase(),
  }));
  return {
    filter(text) {
      const searched = text.toLowerCase();
      for (const entry of entries) entry.element.hidden = !entry.text.includes(searched);
    },
    sort() {
      const { compare } = new Intl.Collator("en");
      const sorted = entries.toSorted((a, b) => compare(a.first, b.first));
      body.append(...sorted.map((entry) => entry.element));
    },
  };
}
