/** Small helpers for elements. Texts are only ever set as text: nothing is parsed as HTML. */

/**
 * Return an element of the page that must exist.
 * @param {string} id
 * @returns {any}
 */
export const byId = (id) => document.getElementById(id);

/**
 * Return a new element.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(string | Node)} children
 * @returns {any}
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * Return a button. Its key finds it again after its place was made anew, so that it keeps the focus.
 * @param {string} text
 * @param {string} key
 * @param {() => void} action
 */
export function button(text, key, action) {
  const made = element("button", { type: "button", "data-key": key }, text);
  made.addEventListener("click", action);
  return made;
}

/**
 * Return a list of elements or texts.
 * @param {(string | Node)[]} items
 * @param {string} style
 */
export function list(items, style = "plain") {
  return element("ul", { class: style }, ...items.map((item) => element("li", {}, item)));
}

/**
 * Return a list of names with their values; values that are missing are left out.
 * @param {[string, string | Node | null | undefined][]} pairs
 */
export function facts(pairs) {
  const shown = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return element("dl", {}, ...shown.flatMap(([name, value]) => [
    element("dt", {}, name), element("dd", {}, /** @type {string | Node} */ (value)),
  ]));
}

/**
 * Change a part of the page, and keep the focus on the control with the same key.
 * @param {Element} container
 * @param {() => void} change
 */
export function keepingFocus(container, change) {
  const active = document.activeElement;
  const key = active instanceof HTMLElement && container.contains(active) ? active.dataset.key : undefined;
  change();
  if (key === undefined || container.contains(document.activeElement)) return;
  const same = [...container.querySelectorAll("[data-key]")].find((one) => one.getAttribute("data-key") === key);
  if (same instanceof HTMLElement) same.focus({ preventScroll: true });
}
