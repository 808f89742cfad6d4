/** The stream of the state. EventSource cannot send a token, so the events are read from a response. */
import { send } from "./server.js";

const RETRY = 1000;

/**
 * Read the state each time that it changes, and connect again when the connection ends.
 * @param {string} name The text that the names of the hosts contain.
 * @param {AbortSignal} signal Ends the stream.
 * @param {{state: (document: any) => void, lost: (error: unknown) => boolean}} handlers
 *   `lost` returns whether to connect again.
 */
export async function follow(name, signal, handlers) {
  while (!signal.aborted) {
    let error;
    try {
      const response = await send(`/sandbox/events?${new URLSearchParams({ name })}`, { signal });
      for await (const data of events(response)) handlers.state(JSON.parse(data));
    } catch (problem) {
      error = problem;
    }
    if (signal.aborted || !handlers.lost(error)) return;
    await new Promise((resolve) => setTimeout(resolve, RETRY));
  }
}

/**
 * Yield the data of each event of a response; comments have none.
 * @param {Response} response
 */
async function* events(response) {
  const reader = /** @type {ReadableStream} */ (response.body).pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (rest + part.value).split("\n\n");
    rest = /** @type {string} */ (blocks.pop());
    for (const block of blocks) {
      const line = block.split("\n").find((one) => one.startsWith("data: "));
      if (line !== undefined) yield line.slice("data: ".length);
    }
  }
}
