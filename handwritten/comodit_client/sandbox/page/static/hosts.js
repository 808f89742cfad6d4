/** The table of hosts with their tasks, and the news about their states. */
import { announce } from "./messages.js";
import { button, byId, element, list } from "./dom.js";
import { Table } from "./table.js";

const STYLES = { READY: "good", RUNNING: "good", OK: "good", ERROR: "bad" };
const BUSY = ["PROVISIONING", "UPDATING", "PENDING"];
/** More changes at a time are announced as a number. */
const MANY = 3;

const hosts = new Table("Hosts", ["Host", "Environment", "State", "Instance", "Applications", "Tasks"]);
/** @type {Map<string, string> | null} */
let states = null;

/**
 * Return a state with its style.
 * @param {string} text
 */
export function status(text) {
  return element("span", { class: STYLES[text] ?? (BUSY.includes(text) ? "busy" : "quiet") }, text);
}

/**
 * Return a task with its status.
 * @param {{description: string, status: string, error?: string}} task
 */
export function taskItem(task) {
  const error = task.error === undefined ? "" : `: ${task.error}`;
  return element("span", {}, status(task.status), ` ${task.description}${error}`);
}

/** @param {(names: Record<string, string>) => void} open Opens the details of a host. */
export function startHosts(open) {
  byId("hosts").append(hosts.element);
  return (/** @type {any} */ document) => show(document, open);
}

/** Forget the known states, because another filter shows other hosts. */
export function forgetStates() {
  states = null;
}

function show(document, open) {
  const rows = document.organizations.flatMap((organization) =>
    organization.environments.flatMap((environment) =>
      environment.hosts.map((host) => ({ organization: organization.name, environment: environment.name, host }))));
  hosts.update(rows.map((one) => row(one, open)), caption(document.counts));
  announceStates(rows);
}

function caption(counts) {
  const matching = counts.matching === counts.hosts ? "" : `, ${counts.matching} with this name`;
  const shown = counts.shown === counts.matching ? "" : `, the first ${counts.shown} shown`;
  return `${counts.hosts} ${counts.hosts === 1 ? "host" : "hosts"}${matching}${shown}`;
}

function row(one, open) {
  const { organization, environment, host } = one;
  const key = JSON.stringify([organization, environment, host.name]);
  const names = { organization, environment, host: host.name };
  return {
    key,
    data: host,
    cells: () => [
      button(host.name, key, () => open(names)),
      `${organization} / ${environment}`,
      status(host.state),
      host.instance === null ? "none" : status(host.instance),
      host.applications.join(", "),
      list(host.tasks.map(taskItem)),
    ],
  };
}

function announceStates(rows) {
  const now = new Map(rows.map((one) => [
    JSON.stringify([one.organization, one.environment, one.host.name]), `${one.host.name} is ${one.host.state}`,
  ]));
  const news = states === null ? [] : [...now].filter(([key, text]) => states.get(key) !== text);
  states = now;
  if (news.length > MANY) announce(`${news.length} hosts changed their states`);
  else if (news.length) announce(news.map(([, text]) => text).join(", "));
}
