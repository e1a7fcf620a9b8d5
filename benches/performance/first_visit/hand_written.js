// What a page would do without the widget: the same table by innerHTML once, then rows and provisions hidden.

const place = document.getElementById("table");
place.innerHTML = TABLE;

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const names = [...place.querySelectorAll("thead th")].map((th) => folded(th.textContent));
const rows = [...place.querySelectorAll(".vat-row")].map((row) => {
  const group = row.parentElement;
  const title = folded(row.querySelector("th").textContent + " " + group.querySelector(".vat-group").textContent);
  const entries = [...row.querySelectorAll(".vat-provision, .vat-silence")].map((element) => ({
    element,
    text: `${title} ${names[element.closest("td").cellIndex]} ${folded(element.textContent)}`,
    isProvision: element.matches(".vat-provision"),
  }));
  return { row, group, entries };
});

document.getElementById("search").addEventListener("input", (event) => {
  const words = folded(event.target.value).split(/\s+/).filter(Boolean);
  for (const { row, entries } of rows) {
    let found = !words.length;
    for (const { element, text, isProvision } of entries) {
      const matches = words.every((word) => text.includes(word));
      found ||= matches;
      if (isProvision) element.hidden = !matches;
    }
    row.hidden = !found;
  }
  for (const group of new Set(rows.map((row) => row.group))) {
    group.hidden = !group.querySelector(".vat-row:not([hidden])");
  }
});
