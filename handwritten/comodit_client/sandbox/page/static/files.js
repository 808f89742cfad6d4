/** The text of a file. */
import { byId } from "./dom.js";
import { report } from "./messages.js";
import { read } from "./server.js";

/** @type {HTMLElement | null} */
let opener = null;

/** Connect the button that closes the file. */
export function startFiles() {
  byId("close-file").addEventListener("click", () => {
    byId("file").hidden = true;
    if (opener?.isConnected) opener.focus();
    else byId("hosts-heading").focus();
  });
}

/** @param {Record<string, string>} names */
export async function openFile(names) {
  const from = /** @type {HTMLElement} */ (document.activeElement);
  try {
    const file = await read("/sandbox/page/file", names);
    opener = from;
    byId("file-heading").textContent = `File ${names.definition}: ${names.file}`;
    byId("file-note").textContent = note(names, file);
    byId("file-text").textContent = file.text;
    byId("file").hidden = false;
    byId("file-heading").focus();
  } catch (error) {
    report(error);
  }
}

function note(names, file) {
  const how = names.host === undefined ? "As it is stored" : `Rendered for host ${names.host}, with secrets masked`;
  return file.complete ? how : `${how}; only its beginning is shown`;
}
