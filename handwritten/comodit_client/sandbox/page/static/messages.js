/** Messages for all readers: what happens is announced politely, problems at once. */
import { byId } from "./dom.js";
import { ServerError } from "./server.js";

/** @param {string} text */
export function announce(text) {
  byId("problem").textContent = "";
  byId("news").textContent = text;
}

/** @param {unknown} error */
export function report(error) {
  const text = error instanceof ServerError || error instanceof Error ? error.message : String(error);
  byId("problem").textContent = text;
}

/**
 * Run an action, and announce its end or report its error.
 * @param {() => Promise<unknown>} action
 * @param {string} done
 */
export async function attempt(action, done) {
  try {
    await action();
    announce(done);
  } catch (error) {
    report(error);
  }
}
