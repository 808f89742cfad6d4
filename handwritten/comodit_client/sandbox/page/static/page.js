/** The page of the sandbox: it connects, and passes each state on to the sections. */
import { openDefinition, openOwner, refreshDetails, startDetails } from "./details.js";
import { byId } from "./dom.js";
import { startControls } from "./controls.js";
import { startFaults } from "./faults.js";
import { startFiles } from "./files.js";
import { forgetStates, startHosts } from "./hosts.js";
import { announce, report } from "./messages.js";
import { startOrganizations } from "./organizations.js";
import { startRequests } from "./requests.js";
import { hasToken, keepToken, read, ServerError } from "./server.js";
import { follow } from "./stream.js";

/** The time after the last key before hosts are filtered, in milliseconds. */
const TYPING = 300;
/** @type {((document: any) => void)[]} */
let sections = [];
let stream = new AbortController();

function watch() {
  stream.abort();
  stream = new AbortController();
  forgetStates();
  follow(byId("filter").value, stream.signal, { state: show, lost });
}

/** @param {any} document */
function show(document) {
  byId("connection").textContent = "Connected";
  byId("read-only").hidden = !document.readOnly;
  byId("content").hidden = false;
  for (const section of sections) Promise.resolve(section(document)).catch(report);
  refreshDetails();
}

/** @param {unknown} error */
function lost(error) {
  if (error instanceof ServerError && error.status === 401) {
    askForToken(error);
    return false;
  }
  byId("connection").textContent = "Disconnected; trying again";
  return true;
}

/** @param {unknown} error */
function askForToken(error) {
  byId("connection").textContent = "Not connected";
  byId("content").hidden = true;
  byId("token-form").hidden = false;
  byId("token").value = "";
  byId("token").focus();
  if (hasToken()) report(error);
}

async function connect() {
  try {
    const known = await read("/sandbox/page/options");
    sections = sections.length ? sections : [
      startHosts(openOwner),
      startOrganizations(openOwner, openDefinition),
      startFaults(known),
      startControls(),
      startRequests(),
    ];
    byId("token-form").hidden = true;
    announce("");
    watch();
  } catch (error) {
    if (error instanceof ServerError && error.status === 401) askForToken(error);
    else {
      report(error);
      setTimeout(connect, TYPING * 10);
    }
  }
}

let typing = 0;
byId("filter").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(watch, TYPING);
});
byId("token-form").addEventListener("submit", (event) => {
  event.preventDefault();
  keepToken(byId("token").value);
  connect();
});
startDetails();
startFiles();
connect();
