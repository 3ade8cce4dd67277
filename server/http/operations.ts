import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isFromHere } from "#server/base/kernel/client-address.ts";
import { metrics } from "#server/base/process/metrics.ts";
import type { Health } from "./health.ts";

const send = (response: ServerResponse, status: number, type: string, body: string) => {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
  response.end(body);
};

const hash = (text: string) => createHash("sha256").update(text).digest();

function mayReadMetrics(request: IncomingMessage, token: string | null): boolean {
  const given = request.headers.authorization?.replace(/^Bearer /, "");
  if (token !== null && given !== undefined) return timingSafeEqual(hash(given), hash(token));
  return isFromHere(request);
}

/**
 * Answers /healthz (this process is alive), /readyz (200 or 503 with what is failing) and /metrics (Prometheus; with the
 * token, or from this machine). False for every other path. Apart from Next, so that they answer whatever it does.
 */
export async function answerOperations(
  request: IncomingMessage,
  response: ServerResponse,
  { health, metricsToken }: { health: Health; metricsToken: string | null },
): Promise<boolean> {
  const path = request.url?.split("?", 1)[0];
  if (path === "/healthz") {
    send(response, 200, "text/plain; charset=utf-8", "alive\n");
    return true;
  }
  if (path === "/readyz") {
    const readiness = await health.check();
    send(response, readiness.ready ? 200 : 503, "application/json", `${JSON.stringify(readiness)}\n`);
    return true;
  }
  if (path !== "/metrics") return false;
  if (mayReadMetrics(request, metricsToken)) send(response, 200, metrics().contentType, await metrics().metrics());
  else
    send(response, 403, "text/plain; charset=utf-8", "Send the token of AFTERWORD_METRICS_TOKEN as a bearer token.\n");
  return true;
}
