import type { IncomingMessage, ServerResponse } from "node:http";
import type { Pulse } from "#server/base/db/pulse.ts";

const RETRY_SECONDS = 5;

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The database does not respond · Afterword</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  main { max-width: 34rem; margin: 15vh auto 0; padding: 0 1.5rem; }
  h1 { font-size: 1.5rem; line-height: 1.3; }
</style>
<main role="alert">
  <h1>The database does not respond</h1>
  <p>Afterword is running, but it can't reach its database. What was saved is safe.</p>
  <p>Try again in a moment. If this stays, tell the person who runs the server: <code>/readyz</code> shows what fails.</p>
  <p><a href="">Try again</a></p>
</main>
</html>
`;

/** Whether a browser asks for a whole page, not for a part of one, a file or data. */
const asksForPage = ({ method, headers, url = "/" }: IncomingMessage) =>
  (method === "GET" || method === "HEAD") &&
  headers.rsc === undefined &&
  /\btext\/html\b/.test(headers.accept ?? "") &&
  !/^\/(?:api|_next)\//.test(url);

/** While the database is silent, sends a page that says so, with 503, and returns true. False for all that is no page. */
export async function answerWhileSilent(
  request: IncomingMessage,
  response: ServerResponse,
  pulse: Pulse | null,
): Promise<boolean> {
  if (pulse === null || !asksForPage(request)) return false;
  await pulse.settled();
  if (!pulse.isSilent) return false;
  response.writeHead(503, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "retry-after": String(RETRY_SECONDS),
  });
  response.end(request.method === "HEAD" ? undefined : PAGE);
  return true;
}
