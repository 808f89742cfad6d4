/** Requests to the sandbox. The token stays in this tab. */

const TOKEN = "comodit-sandbox-token";

/** An error response. */
export class ServerError extends Error {
  /**
   * @param {number} status
   * @param {string} text
   */
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

/** Return whether this tab has a token. */
export const hasToken = () => sessionStorage.getItem(TOKEN) !== null;

/** @param {string} token */
export function keepToken(token) {
  sessionStorage.setItem(TOKEN, token);
}

/**
 * Send a request with the token, if there is one.
 * @param {string} path
 * @param {RequestInit} options
 * @returns {Promise<Response>} A response without an error status.
 */
export async function send(path, options = {}) {
  const headers = new Headers(options.headers);
  const token = sessionStorage.getItem(TOKEN);
  if (token !== null) headers.set("Authorization", `Bearer ${token}`);
  const response = await fetch(path, { ...options, headers, cache: "no-store" });
  if (!response.ok) throw new ServerError(response.status, await errorText(response));
  return response;
}

/**
 * Return the document at a path.
 * @param {string} path
 * @param {Record<string, string>} [query]
 * @returns {Promise<any>}
 */
export async function read(path, query) {
  const response = await send(query ? `${path}?${new URLSearchParams(query)}` : path);
  return response.json();
}

/**
 * Run a control command.
 * @param {string} name
 * @param {object} [body]
 * @param {string} [method]
 * @returns {Promise<any>}
 */
export async function run(name, body = {}, method = "POST") {
  const sent = method === "POST" ? { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } } : {};
  const response = await send(`/sandbox/${name}`, { method, ...sent });
  return response.json();
}

/** @param {Response} response */
async function errorText(response) {
  try {
    return (await response.json()).error.join("; ");
  } catch {
    return `The server returned ${response.status}`;
  }
}
