/** Tables whose rows stay the same elements while their data does, so that focus and open details remain. */
import { element, keepingFocus } from "./dom.js";

/**
 * @typedef {object} Row
 * @property {string} key Identifies the row.
 * @property {unknown} data Its data; the row is made anew when it changes.
 * @property {() => (string | Node)[]} cells Makes its cells; the first one is the row's header.
 */

export class Table {
  /**
   * @param {string} caption
   * @param {string[]} headers
   */
  constructor(caption, headers) {
    this.caption = element("caption", {}, caption);
    this.body = element("tbody", {});
    const head = element("tr", {}, ...headers.map((header) => element("th", { scope: "col" }, header)));
    this.element = element("table", {}, this.caption, element("thead", {}, head), this.body);
    /** @type {Map<string, {text: string, row: HTMLElement}>} */
    this.rows = new Map();
  }

  /**
   * Show other rows.
   * @param {Row[]} rows
   * @param {string} [caption]
   */
  update(rows, caption) {
    if (caption !== undefined && this.caption.textContent !== caption) this.caption.textContent = caption;
    const wanted = new Map(rows.map((row) => [row.key, this.#made(row)]));
    this.rows = wanted;
    keepingFocus(this.body, () => this.#place([...wanted.values()].map((one) => one.row)));
  }

  /** @param {Row} row */
  #made(row) {
    const text = JSON.stringify(row.data);
    const before = this.rows.get(row.key);
    if (before?.text === text) return before;
    const cells = row.cells().map((cell, place) =>
      place === 0 ? element("th", { scope: "row" }, cell) : element("td", {}, cell));
    return { text, row: element("tr", {}, ...cells) };
  }

  /** @param {HTMLElement[]} rows */
  #place(rows) {
    const kept = new Set(rows);
    for (const old of [...this.body.children]) if (!kept.has(old)) old.remove();
    rows.forEach((row, place) => {
      const there = this.body.children[place] ?? null;
      if (there !== row) this.body.insertBefore(row, there);
    });
  }
}

/**
 * Return a table that does not change.
 * @param {string} caption
 * @param {string[]} headers
 * @param {(string | Node)[][]} rows
 */
export function table(caption, headers, rows) {
  const made = new Table(caption, headers);
  made.update(rows.map((cells, place) => ({ key: String(place), data: place, cells: () => cells })));
  return made.element;
}
