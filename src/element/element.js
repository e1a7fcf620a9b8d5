// The class of <victim-assistance-table>: it keeps the browser's side of the contract (lifecycle, attributes,
// properties, measuring) and hands everything on to the widget, which lives in the wasm.

const NAME = "victim-assistance-table";
const MARKING_PAUSE_MS = 300;
const live = new Set();
// Nodes in which elements have shown their tables, for the next ones: see `root.rs`.
const left = [];
// In the next frame: measuring can change the height, which must not happen while sizes are being told.
const resizing = new ResizeObserver((entries) => {
  requestAnimationFrame(() => entries.forEach(({ target }) => target.measure()));
});

// One for all elements.
const sheet = new CSSStyleSheet();
let styles = "";

/** Adds styles to those that all elements have, once. */
export function addStyles(css) {
  if (styles.includes(css)) return;
  styles += css;
  sheet.replaceSync(styles);
}

// Back, Forward, or another fragment.
addEventListener("popstate", () => live.forEach((element) => element.visit()));
addEventListener("beforeprint", () => live.forEach((element) => element.layOut()));

/**
 * Defines the element, once the wasm can serve it: until then, and for ever if it cannot, the page shows what stands
 * inside the element.
 *
 * `attributes` maps the observed attributes to whether they are flags; `open` makes the widget of an element in a given
 * node of its shadow root, of the built-in dataset or the one that `take` took.
 */
export function define(version, attributes, open, take) {
  // The script is included twice, which `embed-doctor.js` tells.
  if (customElements.get(NAME)) return;
  // Painted over the texts of all elements: nothing is laid out anew for it. Some browsers cannot.
  const found = globalThis.Highlight && new Highlight();
  if (found) CSS.highlights.set("vat-found", found);

  class VictimAssistanceTable extends HTMLElement {
    /** The first one on a page serves all its elements. */
    static version = version;
    /** Set by the script that the page includes: another one comes too late. */
    static isServed = false;
    static observedAttributes = Object.keys(attributes);

    #internals = this.attachInternals();
    #root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    #widget = null;
    // What had the focus at the last click, until the table is rendered anew.
    #pressed = null;
    // What is searched for is to be marked, and where it stands.
    #searches = false;
    #marks = [];
    #marking = 0;
    #tellReady;
    #tellFailed;
    /** Resolves when the table is shown; rejects when what stands inside the element is shown instead. */
    ready = new Promise((resolve, reject) => {
      this.#tellReady = resolve;
      this.#tellFailed = reject;
    });

    constructor() {
      super();
      this.#root.addEventListener("click", (event) => {
        const button = event.target.closest("[data-copy]");
        if (button) this.#copy(button.dataset.copy ? new URL(button.dataset.copy, location.href).href : location.href);
        const collected = event.target.closest("[data-collect]")?.dataset.collect;
        if (collected) this.#guard(() => this.#widget?.collect(collected));
        const asking = event.target.closest("[data-task]");
        if (asking) this.#ask(asking);
      });
      const keepPressed = () => (this.#pressed = this.#root.activeElement);
      this.#root.addEventListener("click", keepPressed, { capture: true });
      // A reader turns to the table by pointer, key or disclosure: what they may ask for is loaded.
      const load = () => this.#guard(() => this.#widget?.load());
      for (const turn of ["focusin", "click", "toggle"]) this.#root.addEventListener(turn, load, { capture: true });
      // A reader turns to the search box: a large table will change.
      this.#root.addEventListener("focusin", ({ target }) => {
        if (target.matches("[role=combobox]") && this.#root.querySelector(".vat-large")) this.large(false);
      });
      // By keys: engines leave what is seen in part where it is, and some do not scroll a table sideways.
      const show = ({ target }) => target.matches(":focus-visible") && target.scrollIntoView({ block: "nearest", inline: "nearest" });
      this.#root.addEventListener("focusin", show);
      // Escape closes the panel that is open around the focus, which goes back to what opened it.
      this.#root.addEventListener("keydown", ({ key, target }) => {
        const panel = key === "Escape" && target.closest(".vat-reading[open]");
        if (!panel) return;
        panel.firstElementChild.focus();
        panel.open = false;
      });
      // What a disclosure shows is marked when it shows it.
      const markMore = () => this.#marks.length && this.#guard(() => this.#mark());
      this.#root.addEventListener("toggle", markMore, { capture: true });
      // So is a row of a large table that comes into sight.
      const markNext = () => this.#marks.length && this.mark(true);
      this.#root.addEventListener("contentvisibilityautostatechange", markNext, { capture: true });
      // Whoever waits for it is told; where nobody does, `vat-error` and the console have said it already.
      this.ready.catch(() => {});
    }

    connectedCallback() {
      // Moved in the document: everything stays as it is.
      if (live.has(this)) return;
      for (const property of Object.keys(attributes).map(camelCase)) this.#takeEarlyProperty(property);
      this.#internals.states.add("loading");
      this.#root.adoptedStyleSheets = [sheet];
      live.add(this);
      this.#open();
      resizing.observe(this);
    }

    // Shows the dataset that is asked for. Where it cannot be had, what is shown stays, which is the built-in one at first.
    async #open() {
      const src = this.getAttribute("src");
      let dataset;
      if (src !== null) {
        // Until it is read, what stands inside the element is shown.
        if (!this.#widget) this.#root.replaceChildren(document.createElement("slot"));
        try {
          const { read } = await import("./vat-reader.js");
          dataset = await read(new URL(src, document.baseURI).href, take);
        } catch ({ message }) {
          this.warn(`src="${src}": ${message}`);
          if (this.#widget) return;
        }
        // A later wish wins.
        if (!live.has(this) || this.getAttribute("src") !== src) return;
      }
      this.#guard(() => {
        this.#close();
        const base = left.pop() ?? document.createElement("div");
        base.setAttribute("part", "base");
        // Until the table stands, what stands inside the element is shown.
        base.hidden = true;
        this.#root.replaceChildren(base, document.createElement("slot"));
        this.#widget = open(this, base, this.#room(), dataset);
      });
    }

    #close() {
      if (!this.#widget) return;
      this.#widget.close();
      this.#widget = null;
      left.push(this.#root.firstChild);
    }

    disconnectedCallback() {
      // A move disconnects and connects in one go; only what stays away is freed.
      queueMicrotask(() => {
        if (this.isConnected || !live.has(this)) return;
        resizing.unobserve(this);
        live.delete(this);
        this.#guard(() => this.#close());
        this.mark(false);
        this.#root.replaceChildren();
      });
    }

    attributeChangedCallback(name, before, value) {
      if (before === value || !live.has(this)) return;
      if (name === "src") this.#open();
      else this.#guard(() => this.#widget?.attribute(name, value ?? undefined));
    }

    /** Takes all filters back to what the page asked for. */
    reset() {
      this.#guard(() => this.#widget?.reset());
    }

    /** Prints what is shown on the usual paper. Resolves to whether the browser began to. */
    print() {
      return this.#export((exporting) => exporting.print());
    }

    /**
     * What is shown, as a `File`: `html`, `document`, `spreadsheet`, `csv`, `markdown` or `json`. It is not saved: the
     * page may do with it what it likes.
     */
    exportAs(format) {
      return this.#export((exporting) => exporting.file(format));
    }

    // Asks the reader how to do what a button is for, which may stand in a cell.
    #ask(button) {
      const { task, subject } = button.dataset;
      const [row, column] = [button.closest("tr")?.dataset.row, button.closest("td")?.cellIndex - 1];
      const failed = () => this.#guard(() => this.#widget?.not_loaded());
      this.#export((exporting) => exporting.open(task, subject, row, row && column)).catch(failed);
    }

    // Does something with what is shown, by a wasm of its own that is loaded when it is first asked for.
    async #export(use) {
      try {
        if (this.hasAttribute("src")) throw new Error("only what the built-in dataset says is printed, saved and cited");
        const Export = await (await import("./vat-export.js")).exporting();
        const asked = this.getAttributeNames().flatMap((name) => [name, this.getAttribute(name)]);
        const address = location.protocol.startsWith("http") ? location.href : undefined;
        const unfolded = [...this.#root.querySelectorAll("details[open] > div > [data-subject]")].map(({ dataset }) => dataset.subject);
        return await use(new Export(this.#root, asked, this.#room(), address, unfolded));
      } catch (error) {
        console.warn(`<${NAME}>: what prints and saves does not work: ${error}. All files of the widget must be served beside its script.`);
        throw error;
      }
    }

    /** Called when the element's width changes. */
    measure() {
      const room = this.#room();
      if (room > 0) this.#guard(() => this.#widget?.room(room));
    }

    /** Called when the address changes. */
    visit() {
      this.#guard(() => this.#widget?.visit());
    }

    /** Some engines take the focus from what moves in the document, as a column's buttons do with their column. */
    keepFocus() {
      const isLost = !this.#root.activeElement && document.activeElement === document.body;
      if (isLost && this.#pressed?.isConnected) this.#pressed.focus({ preventScroll: true });
      this.#pressed = null;
    }

    /** Marks what the reader searches for, when the typing pauses: to paint marks anew takes longer than the answer. */
    mark(searches) {
      this.#unmark();
      clearTimeout(this.#marking);
      this.#searches = found && searches;
      if (this.#searches) this.#marking = setTimeout(() => this.#guard(() => this.#mark()), MARKING_PAUSE_MS);
    }

    #unmark() {
      for (const mark of this.#marks) found.delete(mark);
      this.#marks = [];
    }

    #mark() {
      this.#unmark();
      this.#markIn(this.#root.querySelectorAll(".vat-content"));
    }

    #markIn(parts) {
      if (!this.#searches || !this.#widget) return;
      const texts = [...parts].flatMap(seenTexts);
      const places = this.#widget.found(texts.map((text) => text.data));
      for (let at = 0; at < places.length; at += 3) {
        const [text, startOffset, endOffset] = [texts[places[at]], places[at + 1], places[at + 2]];
        const mark = new StaticRange({ startContainer: text, startOffset, endContainer: text, endOffset });
        this.#marks.push(mark);
        found.add(mark);
      }
    }

    /** Of a large table, rows are laid out in slices, as there is time. */
    async large(goesOn) {
      // What was marked in rows that are let go is marked again when they are laid out.
      if (this.#marks.length) this.mark(true);
      const { layOutMore, settle } = await import("./vat-reader.js");
      settle(this.#root, goesOn, this.#searches && ((rows) => this.#guard(() => this.#markIn(rows))));
      if (goesOn) layOutMore((rows) => this.#guard(() => this.#widget?.lay_out(rows)));
    }

    /** Paper shows all rows. */
    layOut() {
      if (this.#root.querySelector(".vat-large")) this.#guard(() => this.#widget?.lay_out());
    }

    /** Opens, scrolls to and focuses what a link leads to; says whether it is on the page. */
    reveal() {
      const place = [...this.#root.querySelectorAll("[data-at]")].find((element) => !element.closest("[hidden]"));
      if (!place) return false;
      // Of a provision its own details as well; of a cell not those of each provision.
      const own = place.matches("li") ? [...place.querySelectorAll("details")] : [];
      const around = [...this.#root.querySelectorAll("details")].filter((details) => details.contains(place));
      for (const details of [...own, ...around]) details.open = true;
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
      place.scrollIntoView();
      return true;
    }

    /** The value of an attribute as it is now, also where it is the usual one. */
    value(name) {
      return this.#widget?.value(name) ?? this.getAttribute(name);
    }

    /** The table stands, unless it has failed meanwhile. */
    shown() {
      if (!live.has(this)) return false;
      const [base, slot] = this.#root.children;
      base.hidden = false;
      slot.remove();
      this.#internals.states.delete("loading");
      this.#tellReady(this);
      this.#fire("vat-ready");
      return true;
    }

    /** The reader changed something: the page is told each attribute of the query as it is now. */
    changed() {
      const values = Object.keys(attributes).map((name) => [camelCase(name), this.#widget.value(name)]);
      this.#fire("vat-change", Object.fromEntries(values.filter(([, value]) => value !== undefined)));
    }

    /** The page's owner asks for something that is not understood or cannot be had, and does without. */
    warn(message) {
      console.warn(`<${NAME}>:`, message);
      this.#fire("vat-error", { message, fatal: false });
    }

    /** Shows what stands inside the element, in the place of the widget. */
    fail(message) {
      live.delete(this);
      resizing.unobserve(this);
      this.#widget = null;
      this.mark(false);
      this.#internals.states.delete("loading");
      this.#internals.states.add("error");
      this.#root.replaceChildren(document.createElement("slot"));
      this.#tellFailed(new Error(message));
      this.#fire("vat-error", { message, fatal: true });
    }

    #fire(name, detail = {}) {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    }

    // The width in em at the first text size; 0 while the element has no box.
    #room() {
      return Math.round(this.clientWidth / parseFloat(getComputedStyle(this).fontSize));
    }

    async #copy(address) {
      const copied = await navigator.clipboard?.writeText(address).then(() => true, () => false);
      // The reader is told that it stands in the address bar.
      if (!copied && address !== location.href) keepAddress(address, true);
      this.#guard(() => this.#widget?.copied(copied ?? false));
    }

    #guard(call) {
      try {
        call();
      } catch (error) {
        // A panic has told already, and left no element alive.
        if (live.has(this)) failAll(String(error));
      }
    }

    // A property set before the element was defined hides the accessor; it is set again through it.
    #takeEarlyProperty(property) {
      if (!Object.hasOwn(this, property)) return;
      const value = this[property];
      delete this[property];
      this[property] = value;
    }
  }

  for (const [name, isFlag] of Object.entries(attributes)) {
    Object.defineProperty(VictimAssistanceTable.prototype, camelCase(name), {
      configurable: true,
      enumerable: true,
      get() {
        return isFlag ? this.hasAttribute(name) : this.value(name);
      },
      set(value) {
        if (isFlag) this.toggleAttribute(name, Boolean(value));
        else if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, Array.isArray(value) ? value.join(" ") : String(value));
      },
    });
  }
  customElements.define(NAME, VictimAssistanceTable);
}

/** The wasm is broken for good: every element on the page goes back to what stands inside it. */
export function failAll(message) {
  console.error(`<${NAME}> stopped, and shows its static table: ${message}`);
  for (const element of [...live]) element.fail(message);
}

/** What the fragment of the address holds under `name`: each key, without the name and its dot, before its value. */
export function readAddress(name) {
  const own = [...fragment()].filter(([key]) => isOwn(key, name));
  return own.flatMap(([key, value]) => [key.slice(name.length + 1), value]);
}

/** Puts `texts`, such keys and values, there, and leaves what others keep; Back goes back from a `step`. */
export function writeAddress(name, texts, step) {
  const params = fragment();
  for (const key of [...params.keys()]) if (isOwn(key, name)) params.delete(key);
  for (let at = 0; at < texts.length; at += 2) params.append(texts[at] ? `${name}.${texts[at]}` : name, texts[at + 1]);
  keepAddress(`#${params}`, step);
}

/** The texts of an answer, less labels and what is not seen. */
function seenTexts(content) {
  const left = "dt, summary, button:not(.vat-sort), .vat-unseen, [hidden], details:not([open]) > *";
  const takes = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    const isAway = node.matches(".vat-large .vat-row") && !node.firstElementChild.checkVisibility({ contentVisibilityAuto: true });
    return isAway || node.matches(left) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  };
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, takes);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}

function keepAddress(address, step) {
  try {
    history[step ? "pushState" : "replaceState"](history.state, "", address);
  } catch {
    // A frame without an address of its own: the table works all the same, without links to it.
  }
}

// One that is only the name of a place on the page holds no keys.
function fragment() {
  return new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
}

function isOwn(key, name) {
  return key === name || key.startsWith(`${name}.`);
}

function camelCase(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
