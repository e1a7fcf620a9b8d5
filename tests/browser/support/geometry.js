// What a reader cannot see or reach of a widget as it stands, a line each. `root` is its shadow root.
const misplaced = (() => {
  const [ROUNDING, TOUCHING] = [1.5, 0.3];
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".vat-unseen");
  const parent = (node) => node.parentElement ?? node.getRootNode().host;
  const called = (element, text) => `${element.localName}.${element.className.baseVal ?? element.className} “${text.trim().slice(0, 40)}”`;

  // What cuts off or scrolls, around an element, from the inside out.
  const around = new Map();
  const boxesAround = (element) => {
    if (!element) return [];
    if (!around.has(element)) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const outer = boxesAround(parent(element));
      around.set(element, overflowX === "visible" && overflowY === "visible" ? outer : [{ element, overflowX, overflowY }, ...outer]);
    }
    return around.get(element);
  };
  const scrolls = ({ overflowX, overflowY }) => /auto|scroll/.test(`${overflowX} ${overflowY}`);
  const scrollerOf = (element) => boxesAround(element).find(scrolls)?.element ?? document.documentElement;

  // Whether a rectangle can be brought into sight: inside of what cuts, inside of what can be scrolled to.
  const reaches = (element, { left, top, right, bottom }) => {
    for (const { element: box, overflowX, overflowY } of boxesAround(element)) {
      // What a field of text scrolls is its own affair; the page is looked at last.
      if (box === document.documentElement || box === document.body) break;
      const outer = box.getBoundingClientRect();
      const inside = (way, start, end, from, size, scrolled, whole) => {
        if (way === "visible") return [true, start, end];
        if (!/auto|scroll/.test(way)) return [start >= from - ROUNDING && end <= from + size + ROUNDING, start, end];
        return [start + scrolled >= from - ROUNDING && end + scrolled <= from + Math.max(whole, size) + ROUNDING, from, from + size];
      };
      // Where text runs from the right, what is scrolled to lies to the left.
      const towardsLeft = getComputedStyle(box).direction === "rtl" ? box.scrollWidth - box.clientWidth : 0;
      let across, down;
      [across, left, right] = inside(overflowX, left, right, outer.left + box.clientLeft, box.clientWidth, box.scrollLeft + towardsLeft, box.scrollWidth);
      [down, top, bottom] = inside(overflowY, top, bottom, outer.top + box.clientTop, box.clientHeight, box.scrollTop, box.scrollHeight);
      if (!across || !down) return false;
    }
    // Where the page runs from the right, its scroll bar may stand at the left.
    const page = document.documentElement.getBoundingClientRect();
    return left >= page.left - ROUNDING && right <= page.right + ROUNDING && top + scrollY >= -ROUNDING;
  };

  // Pairs that lie over each other by more than letters of lines that follow one another do.
  const overlapping = (boxes, related) => {
    const found = [];
    const sorted = boxes.toSorted((one, other) => one.rect.top - other.rect.top);
    sorted.forEach((one, at) => {
      for (const other of sorted.slice(at + 1)) {
        if (other.rect.top >= one.rect.bottom) break;
        const wide = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const high = Math.min(one.rect.bottom, other.rect.bottom) - other.rect.top;
        const touches = high <= Math.max(ROUNDING, TOUCHING * Math.min(one.rect.height, other.rect.height));
        if (wide > ROUNDING && !touches && !related(one.element, other.element)) found.push([one, other]);
      }
    });
    return found;
  };

  return (root) => {
    around.clear();
    const texts = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest("style, option, title, [hidden]") || !seen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width && rect.height) texts.push({ element, rect, name: called(element, node.data), scroller: scrollerOf(element) });
      }
    }
    const controls = [...root.querySelectorAll("button, input, select, summary, a[href]")].filter(seen).map((element) => {
      const rect = element.getClientRects()[0] ?? element.getBoundingClientRect();
      return { element, rect, name: called(element, element.ariaLabel ?? element.textContent), scroller: scrollerOf(parent(element)) };
    });

    const wrong = [];
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) wrong.push("the page scrolls sideways");
    for (const { element, rect, name } of texts) if (!reaches(element, rect)) wrong.push(`cut off: ${name}`);
    for (const { element, rect, name } of controls) if (!reaches(parent(element), rect)) wrong.push(`cut off: ${name}`);
    const together = (boxes) => Object.values(Object.groupBy(boxes, ({ scroller }) => `${[...around.keys()].indexOf(scroller)}`));
    const nested = (one, other) => one.contains(other) || other.contains(one);
    for (const group of together(texts)) {
      // A text that wraps is one element's: its lines are compared as well, itself with itself is not.
      for (const [one, other] of overlapping(group, () => false)) wrong.push(`over each other: ${one.name} and ${other.name}`);
    }
    for (const group of together(controls)) {
      for (const [one, other] of overlapping(group, nested)) wrong.push(`over each other: ${one.name} and ${other.name}`);
    }

    // What a pointer meets in the middle of a control is the control.
    for (const { element, name } of controls) {
      element.scrollIntoView({ block: "center", inline: "center" });
      const { left, top, width, height } = element.getClientRects()[0];
      const met = root.elementFromPoint(left + width / 2, top + height / 2);
      if (!element.contains(met) && met?.closest("label")?.control !== element) wrong.push(`covered: ${name} by ${met ? called(met, met.textContent) : "what is not the widget's"}`);
    }
    for (const box of [...new Set(controls.map(({ scroller }) => scroller))]) box.scrollTo(0, 0);
    scrollTo(0, 0);
    return { texts: texts.length, controls: controls.length, wrong: [...new Set(wrong)] };
  };
})();
