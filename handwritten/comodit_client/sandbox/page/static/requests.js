/** The latest requests of the API. */
import { byId, element, facts } from "./dom.js";
import { report } from "./messages.js";
import { read } from "./server.js";
import { Table } from "./table.js";

/** The least time between two readings, in milliseconds. */
const PAUSE = 1000;
const requests = new Table("The latest requests", ["Request", "Operation", "Caller", "Status", "Time", "Fault"]);
let known = -1;
let waiting = false;

/** Add the table; return what shows a new state. */
export function startRequests() {
  byId("requests").append(requests.element);
  return (/** @type {any} */ document) => {
    if (document.counts.requests === known || waiting) return;
    known = document.counts.requests;
    refresh();
  };
}

async function refresh() {
  waiting = true;
  try {
    const document = await read("/sandbox/requests");
    requests.update(numbered(document.requests).toReversed().map(row));
  } catch (error) {
    report(error);
  }
  setTimeout(() => { waiting = false; }, PAUSE);
}

/** Number the requests that are equal, so that each has a key. */
function numbered(found) {
  const counts = new Map();
  return found.map((request) => {
    const text = JSON.stringify(request);
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    return { request, key: `${count} ${text}` };
  });
}

function row({ request, key }) {
  return {
    key,
    data: 0,
    cells: () => [
      summary(request),
      request.operation ?? "",
      request.caller ?? "",
      element("span", { class: request.status >= 200 && request.status < 400 ? "good" : "bad" }, String(request.status || "none")),
      `${(request.seconds * 1000).toFixed(1)} ms`,
      request.fault ?? "",
    ],
  };
}

function summary(request) {
  const line = `${request.method} ${request.path}`;
  const query = Object.keys(request.query ?? {}).length ? asText(request.query) : "";
  const body = request.body === null || request.body === undefined ? "" : asText(request.body);
  const error = asText(request.error ?? "");
  if (!query && !body && !error) return line;
  const more = facts([["Query", query], ["Body", body && element("code", {}, body)], ["Error", error]]);
  return element("details", {}, element("summary", {}, line), more);
}

function asText(value) {
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}
