// What printing, saving and citing need of the browser.

// A browser that has not begun to print by then was not let.
const BEGINNING_MS = 2000;

/** Puts a dialog into a shadow root, not yet shown; `css` styles it, and `closed` is told when it has gone. */
export function makeDialog(root, css, closed) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const dialog = document.createElement("dialog");
  dialog.className = "vat-dialog";
  dialog.setAttribute("part", "dialog");
  dialog.setAttribute("aria-labelledby", "vat-dialog-title");
  const gone = () => {
    dialog.remove();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    closed();
  };
  dialog.addEventListener("close", gone, { once: true });
  root.append(dialog);
  return dialog;
}

/** Closes it and takes it away at once: Chromium tells that it is closed with the next frame, and draws none while it prints. */
export function closeDialog(dialog) {
  dialog.close();
  dialog.dispatchEvent(new Event("close"));
}

/** A document that nothing is fetched or laid out for. */
export function makeDocument(title, lang, dir) {
  const made = document.implementation.createHTMLDocument(title);
  Object.assign(made.documentElement, { lang, dir });
  const charset = made.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  made.head.prepend(charset);
  return made;
}

/** The text of a file that shows a document, without script. */
export function documentText(made, css) {
  // As a text: a policy of the page would be asked of an element.
  const text = made.documentElement.outerHTML.replace("</head>", () => `<style>${css}</style></head>`);
  return `<!doctype html>\n${text}\n`;
}

/**
 * Prints a document, and nothing of the page around: it moves into a frame of its own for that. Where the browser keeps
 * frames apart, the whole page is printed. Resolves to whether the browser began to.
 */
export async function printDocument(root, made, css) {
  // Some browsers go on reading it while they print: it stays until the next one.
  root.querySelector(".vat-frame")?.remove();
  const frame = document.createElement("iframe");
  frame.className = "vat-frame";
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  // Firefox puts the empty page into it later.
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  root.append(frame);
  await loaded;
  const page = frame.contentDocument;
  const view = page ? frame.contentWindow : window;
  if (page) {
    page.replaceChild(made.documentElement, page.documentElement);
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    page.adoptedStyleSheets = [sheet];
  }
  const began = new Promise((resolve) => view.addEventListener("beforeprint", () => resolve(true), { once: true }));
  view.print();
  return Promise.race([began, new Promise((resolve) => setTimeout(resolve, BEGINNING_MS, false))]);
}

/** The markup of a document's answer, to be pasted into a text. */
export function answerMarkup(made) {
  return [...made.querySelectorAll("main > table, main > article, main > div")].map((part) => part.outerHTML).join("\n");
}

/** The markup of a quotation: words in their language, summary, citation. Any may be empty. */
export function quotationMarkup(words, lang, summary, citation) {
  const made = document.implementation.createHTMLDocument("");
  const paragraph = (text) => Object.assign(made.createElement("p"), { textContent: text });
  if (words) made.body.appendChild(made.createElement("blockquote")).append(Object.assign(paragraph(words), { lang }));
  for (const text of [summary, ...citation.trim().split("\n")].filter(Boolean)) made.body.append(paragraph(text));
  return made.body.innerHTML;
}

/** Copies a text, with markup for those who can paste it. Whether the browser let it. */
export async function copy(plain, markup) {
  try {
    if (!markup || !globalThis.ClipboardItem) await navigator.clipboard.writeText(plain);
    else {
      const blob = (text, type) => new Blob([text], { type });
      const item = { "text/plain": blob(plain, "text/plain"), "text/html": blob(markup, "text/html") };
      await navigator.clipboard.write([new ClipboardItem(item)]);
    }
    return true;
  } catch {
    return false;
  }
}

/** Offers a file to be kept. */
export function saveFile(file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Paper is of another size there. */
export function usesLetter() {
  return /-(US|CA|MX|PH|CL|CO|VE|GT|CR|PA|PR)$/.test(navigator.language);
}

/** The day where the reader is, ISO 8601. */
export function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
