/** The clock, snapshots and the reset. */
import { byId, element } from "./dom.js";
import { attempt, report } from "./messages.js";
import { read, run } from "./server.js";

const SECOND = 1000;
/** @type {{kind: string, now: number, factor?: number, received: number} | null} */
let clock = null;

/** Connect the controls; return what shows a new state. */
export function startControls() {
  byId("advance-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const seconds = Number(byId("seconds").value);
    attempt(() => run("advance", { seconds }), `The clock is advanced by ${seconds} seconds`);
  });
  byId("reset").addEventListener("click", () => {
    if (confirm("Reset the sandbox to its initial state?")) attempt(() => run("reset"), "The sandbox is reset");
  });
  startSnapshots();
  setInterval(showTime, SECOND);
  return (/** @type {any} */ document) => keepClock(document.clock);
}

function keepClock(known) {
  clock = { ...known, received: performance.now() };
  showTime();
}

/** Show the time of the sandbox; that of a running clock passes between two states. */
function showTime() {
  if (clock === null) return;
  const speed = clock.kind === "running" ? clock.factor ?? 1 : 0;
  const passed = speed * (performance.now() - clock.received) / SECOND;
  const time = new Date((clock.now + passed) * SECOND).toISOString();
  byId("clock-kind").textContent = clock.kind;
  byId("clock-time").textContent = `${time.slice(0, 10)} ${time.slice(11, 19)} UTC`;
}

function startSnapshots() {
  byId("snapshot").addEventListener("click", async () => {
    await attempt(() => run("snapshot"), "A snapshot is taken");
    await showSnapshots();
  });
  byId("restore-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const name = byId("snapshots").value;
    if (confirm(`Restore the snapshot ${name}?`)) attempt(() => run("restore", { name }), `Snapshot ${name} is restored`);
  });
  showSnapshots();
}

async function showSnapshots() {
  try {
    const { snapshots } = await read("/sandbox/snapshots");
    byId("restore-form").hidden = snapshots.length === 0;
    byId("snapshots").replaceChildren(...snapshots.map((name) => element("option", {}, name)));
  } catch (error) {
    report(error);
  }
}
