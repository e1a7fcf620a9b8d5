// The page that makes the lines to copy. What is to be put into a page is made as nodes: as text it is what to copy, as it
// stands it is the preview.

const NAME = "victim-assistance-table";
const HERE = new URL("./", import.meta.url).href;
/** Which version this is, and the hash of each of its files. */
const build = await (await fetch("./integrity.json")).json();

const form = document.querySelector("form");
const fields = form.elements;
const snippet = document.querySelector("#snippet");
const preview = document.querySelector("#preview");
const copied = document.querySelector("#copied");
/** What the preview was made of. */
let seenBefore = "";

fields.address.value = HERE;
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
document.querySelector("#copy").addEventListener("click", copy);
show();

function show() {
  copied.value = "";
  const way = fields.way.value;
  for (const part of form.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(way);
  for (const name of ["instruments", "topics"]) fields[`${name}-chosen`].value = chosen(name).length ? `(${chosen(name).length} chosen)` : "";
  const isValid = fields.address.validity.valid;
  // Lines for an address that is none would only look right.
  const base = isValid ? new URL(fields.address.value.replace(/\/*$/, "/")).href : HERE;
  const [lines, seen] = { script, frame, static: table }[way](base);
  snippet.value = isValid ? lines : "The address of the folder is not complete: https://example.org/victim-assistance/";
  // What somebody tries out there stays, where nothing of it was chosen anew.
  if (seen.outerHTML !== seenBefore) preview.replaceChildren(seen);
  seenBefore = seen.outerHTML;
}

/** Script and element, and the same element. */
function script(base) {
  const element = make(NAME, asked(["view", "instruments", "topics", "text-size", "no-toolbar", "no-export", "url-state"]));
  if (fields.colours.value) element.style.colorScheme = fields.colours.value;
  const seen = element.cloneNode(true);
  // The address of this page is not the one that is to say what is shown.
  seen.removeAttribute("url-state");
  element.append(make("a", { href: `${base}static/en-page.html` }, "What treaties say on victim assistance"));
  return [lines(styles(base), importMap(base), loads(base, `${NAME}.js`), element), seen];
}

function frame(base) {
  const query = new URLSearchParams(asked(["view", "instruments", "topics", "text-size", "no-toolbar", "no-export"]));
  const place = (folder) =>
    make("iframe", { src: `${folder}embed.html${query.size ? `?${query}` : ""}`, title: "Victim assistance", width: "100%", height: fields.height.value });
  return [lines(place(base), loads(base, "victim-assistance-frame.js")), place(HERE)];
}

/** The table with its styles, and a page of it. What is half a megabyte long stands in the lines when they are copied. */
function table(base) {
  const name = fields.table.value;
  const style = fields.colours.value && `color-scheme: ${fields.colours.value};`;
  const element = make(NAME, style ? { style } : {});
  element.append(document.createComment(placeOf(name)));
  const seen = make("iframe", { src: `./static/${name}-page.html`, title: "Victim assistance", width: "100%", height: "800" });
  if (style) seen.style.colorScheme = fields.colours.value;
  return [lines(styles(base), element), seen];
}

function placeOf(name) {
  return ` the contents of static/${name}.html: the button copies them, too `;
}

/** The attributes that say other than usual. */
function asked(names) {
  const values = names.map((name) => [name, value(name)]);
  return Object.fromEntries(values.filter(([, value]) => value !== null));
}

function value(name) {
  if (name === "instruments" || name === "topics") return chosen(name).join(" ") || null;
  const field = fields[name];
  if (field.type === "checkbox") return field.checked ? field.value.replace(/^on$/, "") : null;
  return field.value === "compare" || field.value === "1" ? null : field.value;
}

function chosen(name) {
  return [...form.querySelectorAll(`#${name} :checked`)].map((box) => box.value);
}

function styles(base) {
  return make("link", { rel: "stylesheet", href: `${base}table.css`, ...checked("table.css") });
}

function loads(base, file) {
  return make("script", { type: "module", src: base + file, ...checked(file) });
}

function checked(file) {
  return fields.integrity.checked ? { integrity: build.files[file], crossorigin: "" } : {};
}

/** What the script loads in its turn, checked. */
function importMap(base) {
  if (!fields.integrity.checked) return "";
  const integrity = Object.fromEntries(build.loaded.map((file) => [base + file, build.files[file]]));
  return make("script", { type: "importmap" }, JSON.stringify({ integrity }));
}

function make(name, attributes, content = "") {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(content);
  return made;
}

function lines(...parts) {
  const texts = parts.filter(Boolean).map((part) => part.outerHTML?.replaceAll('=""', "") ?? part);
  return [`<!-- ${NAME} ${build.version} -->`, ...texts, ""].join("\n");
}

async function copy() {
  try {
    await navigator.clipboard.writeText(await whole());
    copied.value = "Copied.";
  } catch {
    snippet.select();
    copied.value = "The browser does not let this page copy; the lines are selected.";
  }
}

async function whole() {
  if (fields.way.value !== "static") return snippet.value;
  const [name, { value }] = [fields.table.value, snippet];
  const content = await (await fetch(`./static/${name}.html`)).text();
  // Not a pattern: the table may hold what means something in one.
  return value.replace(`<!--${placeOf(name)}-->`, () => content);
}
