import { type IncomingMessage, OutgoingMessage, type ServerResponse } from "node:http";
import type { Pulse } from "#server/base/db/pulse.ts";
import { plainPage } from "./plain-page.ts";

const RETRY_SECONDS = 5;

const PAGE = plainPage("The database does not respond", [
  "Afterword is running, but it can't reach its database. What was saved is safe.",
  "Try again in a moment. If this stays, tell the person who runs the server: <code>/readyz</code> shows what fails.",
]);

/** Returns whether a browser requests a whole page, not a part of one, a file or data. */
const asksForPage = ({ method, headers, url = "/" }: IncomingMessage) =>
  (method === "GET" || method === "HEAD") &&
  headers.rsc === undefined &&
  /\btext\/html\b/.test(headers.accept ?? "") &&
  !/^\/(?:api|_next)\//.test(url);

const SENDING = ["writeHead", "write", "end"] as const;
type Sending = Record<(typeof SENDING)[number], (...given: unknown[]) => unknown>;

function sendPage({ method }: IncomingMessage, response: Pick<Sending, "writeHead" | "end">): void {
  response.writeHead(503, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "retry-after": String(RETRY_SECONDS),
  });
  response.end(method === "HEAD" ? undefined : PAGE);
}

/**
 * While the database is silent, sends a page that says so, with 503, and returns true. Returns false for anything that
 * isn't a page. A page requested before the silence was noticed is watched: if it fails with 500 and the database is
 * silent, it is replaced too.
 */
export async function answerWhileSilent(
  request: IncomingMessage,
  response: ServerResponse,
  pulse: Pulse | null,
): Promise<boolean> {
  if (pulse === null || !asksForPage(request)) return false;
  await pulse.settled();
  if (pulse.isSilent) {
    sendPage(request, response as unknown as Sending);
    return true;
  }
  watchForFault(request, response, pulse);
  return false;
}

/** Delays a 500 response until the database was queried, then sends it or the page about a silent database. */
function watchForFault(request: IncomingMessage, response: ServerResponse, pulse: Pulse): void {
  const own = response.getHeaders();
  const sending = response as unknown as Sending;
  const real = Object.fromEntries(SENDING.map((name) => [name, sending[name].bind(response)])) as Sending;
  // Never restored, because later wrappers, such as compression, call these from inside.
  let passes = false;
  const held: (() => void)[] = [];
  let isEnded = false;

  async function decide() {
    const isSilent = await pulse.isSilentNow();
    passes = true;
    if (!isSilent) {
      for (const send of held) send();
      return;
    }
    for (const name of response.getHeaderNames()) if (!(name in own)) response.removeHeader(name);
    sendPage(request, { writeHead: real.writeHead, end: real.end });
  }

  // Next sends another page after one that failed, unless that one is being sent.
  const isSent = (): boolean => Reflect.get(OutgoingMessage.prototype, "headersSent", response);
  Object.defineProperty(response, "headersSent", { configurable: true, get: () => held.length > 0 || isSent() });
  for (const name of SENDING)
    sending[name] = (...given) => {
      const status = name === "writeHead" ? given[0] : response.statusCode;
      if (held.length === 0) passes ||= response.headersSent || Number(status) < 500;
      if (passes) return real[name](...given);
      if (held.length === 0) void decide();
      if (!isEnded && (name !== "writeHead" || held.length === 0)) held.push(() => real[name](...given));
      isEnded ||= name === "end";
      return name === "write" ? true : response;
    };
}
