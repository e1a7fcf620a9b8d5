// Tells the site's editor what in the page or its server keeps the widget from working, and what to do about it: in the
// console, and on the page where its address has ?vat-debug. The script that the page includes loads it where something
// is wrong, and where it is asked for.

const NAME = "victim-assistance-table";
const VERSION = "{own-version}";
/** Everything the widget may load, from beside this script; where it was bundled into another, names may be others. */
const FILES = import.meta.url.endsWith("/embed-doctor.js") ? "{files}".split(" ") : [];

/** Looks at everything, and resolves to what it found, as one text. `error` is what kept the widget from starting. */
export async function examine(error) {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  const files = (await Promise.all(FILES.map(examineFile))).filter(Boolean);
  const found = [...(await examineBrowser(error)), ...new Set(files), ...examineScripts(), ...examinePage()];
  if (error && !found.length) found.push("No cause was found in the page or its server; the message above is the browser’s own.");
  for (const finding of found) console.warn(`<${NAME}>: ${finding}`);
  if (new URLSearchParams(location.search).has("vat-debug")) show(found, error);
  return found.join(" ");
}

async function examineBrowser(error) {
  if (!globalThis.WebAssembly) {
    return ["This browser runs no WebAssembly, as in Lockdown Mode of iOS: its readers keep the static table, and there is nothing to mend."];
  }
  const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
  const allowed = await WebAssembly.compile(empty).then(() => true, () => false);
  // WebKit compiles what is empty whatever the policy says, and names the policy where it refuses.
  if (allowed && !String(error).includes("wasm-unsafe-eval")) return [];
  return ["The page’s Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src."];
}

/** What is wrong with a file, if anything is. */
async function examineFile(file) {
  const url = new URL(file, import.meta.url);
  const source = url.origin === location.origin ? "'self'" : url.origin;
  const refused = [];
  const note = (event) => refused.push(event.effectiveDirective);
  document.addEventListener("securitypolicyviolation", note);
  try {
    const response = await fetch(url);
    response.body?.cancel();
    return examineResponse(file, response);
  } catch {
    // The browser tells of the violation after it has refused.
    await new Promise((done) => setTimeout(done));
    if (refused.includes("connect-src")) {
      return `The page’s Content-Security-Policy forbids to fetch the widget’s files: add ${source} to its connect-src.`;
    }
    if (source !== "'self'" && (await fetch(url, { mode: "no-cors" }).catch(() => null))) {
      return `${url.origin} does not allow other sites to use its files: it must send the header “Access-Control-Allow-Origin: *” with them.`;
    }
    return `${url} cannot be reached: the network or an extension of the browser keeps it away.`;
  } finally {
    document.removeEventListener("securitypolicyviolation", note);
  }
}

function examineResponse(file, { ok, status, url, headers }) {
  const type = headers.get("Content-Type")?.split(";")[0] ?? "no type";
  const isWasm = file.endsWith(".wasm");
  if (!ok) return `${url} answers ${status}: copy all files of the widget to the server, with their folders.`;
  if (type === "text/html") {
    return `${url} answers with a web page: copy all files of the widget to the server, with their folders; some servers send a page in the place of each file that is missing.`;
  }
  if (isWasm && type !== "application/wasm") {
    return `${url} is served as ${type}: have the server deliver .wasm as application/wasm. The widget works all the same, but starts later.`;
  }
  if (!isWasm && !type.endsWith("javascript")) {
    return `${url} is served as ${type}: have the server deliver .js as text/javascript, or browsers refuse it.`;
  }
  return null;
}

function examineScripts() {
  const found = [];
  const scripts = [...document.scripts].filter(({ src }) => src.split(/[?#]/)[0].endsWith(`/${NAME}.js`));
  const version = customElements.get(NAME)?.version;
  if (version && version !== VERSION) {
    found.push(`Version ${version} of the widget is on this page already, so that ${VERSION} is not used: include one version only.`);
  }
  if (scripts.length > 1) {
    found.push(`The page includes the widget’s script ${scripts.length} times (${scripts.map(({ src }) => src).join(", ")}): once is enough for all tables.`);
  }
  return found;
}

function examinePage() {
  const elements = [...document.querySelectorAll(NAME)];
  if (!elements.length) return [`There is no <${NAME}> on the page: write it where the table should stand.`];
  return [...new Set(elements.flatMap((element) => [...unknownAttributes(element), ...refusedStorage(element), ...trappedHeads(element)]))];
}

/** Attributes that look like misspelt ones; those of frameworks do not. */
function unknownAttributes(element) {
  const known = customElements.get(NAME)?.observedAttributes ?? [];
  return element.getAttributeNames().flatMap((name) => {
    if (known.includes(name) || name in element || name === "class" || name === "part") return [];
    const meant = known.find((other) => distance(name, other) <= 2);
    if (meant) return [`The attribute “${name}” is not known: “${meant}” is.`];
    return /^[a-z]+$/.test(name) ? [`The attribute “${name}” is not known, and is ignored. Known are: ${known.join(", ")}.`] : [];
  });
}

function refusedStorage(element) {
  if (!element.hasAttribute("remember-text-size")) return [];
  try {
    const key = `${NAME}:test`;
    localStorage.setItem(key, "");
    localStorage.removeItem(key);
    return [];
  } catch {
    return ["The browser keeps nothing for this page (a frame without allow-same-origin, or the reader’s settings): remember-text-size has no effect."];
  }
}

/** What keeps the heads of columns from staying in sight, as it scrolls in the place of the window without scrolling. */
function trappedHeads(element) {
  const found = [];
  for (let node = parentOf(element); node && node !== document.documentElement; node = parentOf(node)) {
    const { overflowX, overflowY } = getComputedStyle(node);
    const scrolls = node.scrollHeight > node.clientHeight && overflowY !== "hidden";
    const isWindows = node === document.body && getComputedStyle(document.documentElement).overflow === "visible";
    if (/hidden|auto|scroll/.test(overflowX + overflowY) && !scrolls && !isWindows) {
      found.push(`${nameOf(node)} around the table has overflow: ${overflowX} ${overflowY}, so that the heads of columns scroll away: write overflow: clip there, or take it away.`);
    }
  }
  return found;
}

function parentOf(node) {
  return node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;
}

function nameOf({ localName, id, classList }) {
  return `<${localName}${id && ` id="${id}"`}${classList.length ? ` class="${classList}"` : ""}>`;
}

/** How many letters one has to add, take away or change. */
function distance(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (from[i - 1] !== to[j - 1])));
    }
    row = next;
  }
  return row[to.length];
}

const CSS = `
  section { position: fixed; inset: auto 0 0; z-index: 2147483647; box-sizing: border-box; max-block-size: 50%; overflow: auto;
    padding: 16px; border-block-start: 3px solid; background: Canvas; color: CanvasText; font: 16px/1.5 system-ui, sans-serif; }
  h2 { margin: 0 0 8px; font-size: 18px; }
  ul { margin: 0 0 12px; padding-inline-start: 24px; }
  li { overflow-wrap: anywhere; }
  p { margin: 0 0 12px; }
  button { min-block-size: 44px; padding-inline: 16px; font: inherit; }`;

/** Shows it at the foot of the window. */
function show(found, error) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  const make = (tag, ...content) => {
    const made = document.createElement(tag);
    made.append(...content);
    return made;
  };
  const close = make("button", "Close");
  close.type = "button";
  close.addEventListener("click", () => host.remove());
  const summary = error ? `The widget cannot start: ${error}` : `The widget works (version ${VERSION}).`;
  const list = found.length ? make("ul", ...found.map((finding) => make("li", finding))) : make("p", "Nothing to mend was found.");
  const title = make("h2", "Embed doctor");
  title.id = "title";
  const panel = make("section", title, make("p", summary), list, close);
  panel.setAttribute("aria-labelledby", title.id);
  root.append(panel);
  document.body.append(host);
}
