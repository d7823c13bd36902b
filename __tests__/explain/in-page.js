/* Functions that run in the browser: see page.long.test.ts. */
/* global axe, document, NodeFilter */
globalThis.inPage = {
  /** What axe finds. */
  async violations() {
    const { violations } = await axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  },

  /** Numbers of the landmarks. */
  landmarks() {
    return ["header", "nav", "main", "footer"].map(
      (name) => document.querySelectorAll(`body > ${name}`).length,
    );
  },

  /** The targets of links in the page. */
  targets() {
    return [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute("href"));
  },

  /** The targets of links in the page that do not exist. */
  broken() {
    return this.targets().filter(
      (href) => document.getElementById(decodeURIComponent(href.slice(1))) === null,
    );
  },

  /** How far the page itself scrolls to the side, in pixels. */
  scroll() {
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  },

  /** Pairs of texts that cover each other, by the boxes of their lines. Closed details are opened first. */
  overlaps() {
    for (const details of document.querySelectorAll("details")) details.open = true;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent.trim();
      if (text === "" || parent.closest("title, style, .skip") !== null || !parent.checkVisibility())
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width > 1 && box.height > 1) lines.push({ text, box, node });
      }
    }
    lines.sort((a, b) => a.box.top - b.box.top);
    const found = [];
    for (let i = 0; i < lines.length; i++) {
      for (let j = i + 1; j < lines.length && lines[j].box.top < lines[i].box.bottom; j++) {
        const [a, b] = [lines[i].box, lines[j].box];
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // Boxes of lines are higher than their letters.
        if (lines[i].node !== lines[j].node && width > 2 && height > 0.35 * Math.min(a.height, b.height))
          found.push(`${lines[i].text.slice(0, 60)} / ${lines[j].text.slice(0, 60)}`);
      }
    }
    return found;
  },
};
