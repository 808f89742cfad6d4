/** The details of a host, of the settings of an owner, or of a definition. They follow the state. */
import { button, byId, element, facts, keepingFocus, list } from "./dom.js";
import { openFile } from "./files.js";
import { status, taskItem } from "./hosts.js";
import { report } from "./messages.js";
import { read } from "./server.js";
import { table } from "./table.js";

/** @type {{subject: string, names: Record<string, string>, title: string} | null} */
let open = null;
let shown = "";
/** @type {HTMLElement | null} */
let opener = null;

/** Connect the button that closes the details. */
export function startDetails() {
  byId("close-details").addEventListener("click", close);
}

/** @param {Record<string, string>} names An organization, an environment or a host. */
export async function openOwner(names) {
  const kind = names.host !== undefined ? "Host" : names.environment !== undefined ? "Environment" : "Organization";
  await select("owner", names, `${kind} ${Object.values(names).join(" / ")}`);
}

/** @param {Record<string, string>} names A definition. */
export async function openDefinition(names) {
  await select("definition", names, `${names.family.slice(0, -1)} ${names.organization} / ${names.definition}`);
}

/** Read the details again, if they are open. */
export async function refreshDetails() {
  if (open === null) return;
  const wanted = open;
  try {
    const document = await read(`/sandbox/page/${wanted.subject}`, wanted.names);
    if (open === wanted) show(wanted, document);
  } catch (error) {
    // What was shown may have been deleted.
    if (open === wanted) close();
    report(error);
  }
}

async function select(subject, names, title) {
  opener = /** @type {HTMLElement} */ (document.activeElement);
  open = { subject, names, title };
  shown = "";
  byId("details-heading").textContent = title;
  byId("details-content").replaceChildren();
  byId("details").hidden = false;
  byId("details-heading").focus();
  await refreshDetails();
}

function close() {
  open = null;
  byId("details").hidden = true;
  if (opener?.isConnected) opener.focus();
  else byId("hosts-heading").focus();
}

function show(wanted, document) {
  const text = JSON.stringify(document);
  if (text === shown) return;
  shown = text;
  const content = byId("details-content");
  const parts = wanted.subject === "owner" ? owner(wanted.names, document) : definition(wanted.names, document);
  keepingFocus(content, () => content.replaceChildren(...parts));
}

function owner(names, document) {
  return names.host === undefined ? [settings(document.settings)] : [
    facts([
      ["State", status(document.state)],
      ["Instance", document.instance === null ? "none" : status(document.instance)],
      ["Description", document.description],
      ...document.properties.map((property) => [property.key, asText(property.value)]),
    ]),
    table("Changes", ["Change", "Tasks"], document.changes.toReversed().map((change) => [
      `${change.orderNum}: ${change.description}`, list(change.tasks.map(taskItem)),
    ])),
    settings(document.settings),
    element("h3", {}, "Files with secrets masked"),
    list(document.contexts.flatMap((context) =>
      context.files.map((file) => fileButton({ ...names, family: context.family, definition: context.name, file })))),
  ];
}

function definition(names, document) {
  return [
    facts([
      ["Description", document.description],
      ["Driver", document.driver],
      ["Packages", document.packages.join(", ")],
      ["Services", document.services.join(", ")],
    ]),
    table("Parameters", ["Key", "Default", "Description"], document.parameters.map((one) => [
      one.key, asText(one.value), one.description ?? "",
    ])),
    ...(document.settings.length ? [settings(document.settings)] : []),
    element("h3", {}, "Files as they are stored"),
    list(document.files.map((file) => fileButton({ ...names, file: file.name }))),
  ];
}

function settings(found) {
  if (!found.length) return element("p", {}, "No settings");
  return table("Settings with secrets masked", ["Key", "Value", "Defined at"], found.map((one) => [
    one.key, one.link ? `link to ${one.link}` : one.property ? `property ${one.property}` : asText(one.value),
    `${one.kind}: ${one.owner}`,
  ]));
}

function fileButton(names) {
  return button(`${names.definition}: ${names.file}`, JSON.stringify(names), () => openFile(names));
}

function asText(value) {
  return typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
}
