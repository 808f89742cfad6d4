/** The injected faults, and the form that injects one. */
import { byId, element } from "./dom.js";
import { attempt } from "./messages.js";
import { run } from "./server.js";
import { Table } from "./table.js";

const faults = new Table("Injected faults", ["Kind", "Options", "Applied"]);
/** @type {{name: string, type: string, default: unknown}[]} */
let options = [];

/** @param {any} known The kinds and the options of faults. */
export function startFaults(known) {
  options = known.options;
  byId("faults").append(faults.element);
  const kind = byId("kind");
  kind.append(...Object.keys(known.kinds).map((name) => element("option", {}, name)));
  const explain = () => { byId("kind-effect").textContent = known.kinds[kind.value]; };
  kind.addEventListener("change", explain);
  explain();
  byId("fault-options").append(...options.flatMap(control));
  byId("fault-form").addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(() => run("faults", { kind: kind.value, ...given() }), `The fault ${kind.value} is injected`);
  });
  byId("end-faults").addEventListener("click", () =>
    attempt(() => run("faults", {}, "DELETE"), "All faults are ended"));
  return (/** @type {any} */ document) =>
    faults.update(document.faults.map(row), document.faults.length ? "Injected faults" : "No faults are injected");
}

function row(fault, place) {
  return {
    key: String(place),
    data: fault,
    cells: () => [fault.kind, changed(fault), fault.times ? `${fault.applied} of ${fault.times}` : String(fault.applied)],
  };
}

function changed(fault) {
  return options.filter((option) => fault[option.name] !== option.default)
    .map((option) => `${option.name}=${fault[option.name]}`).join(", ");
}

function control(option) {
  const id = `option-${option.name}`;
  return [element("label", { for: id }, option.name), input(option, id)];
}

function input(option, id) {
  if (option.type === "bool") {
    return element("select", { id }, ...["default", "true", "false"].map((text) => element("option", {}, text)));
  }
  const placeholder = option.default === null ? "" : String(option.default);
  return option.type === "str"
    ? element("input", { id, placeholder, autocomplete: "off", spellcheck: "false" })
    : element("input", { id, placeholder, type: "number", step: option.type === "int" ? "1" : "any" });
}

/** Return the options that were filled in. */
function given() {
  const filled = options.map((option) => [option, byId(`option-${option.name}`).value]);
  return Object.fromEntries(filled.filter(([, text]) => text !== "" && text !== "default")
    .map(([option, text]) => [option.name, value(option.type, text)]));
}

function value(type, text) {
  if (type === "bool") return text === "true";
  return type === "str" ? text : Number(text);
}
