import type { IncomingMessage, ServerResponse } from "node:http";
import { Gauge, Histogram, type Registry } from "prom-client";
import type { Database } from "#server/base/db/client.ts";
import { count, metrics } from "#server/base/process/metrics.ts";
import { runningCollab } from "#server/reviews/document/index.ts";
import { operationCalled, operationsAt } from "../api/operations.ts";

/** Returns the label of a path: an operation of the API with its parameters in braces, otherwise the kind of path. */
export function routeOf(url = "/"): string {
  const path = url.split("?", 1)[0] ?? "/";
  if (path.startsWith("/api/v1/hooks/")) return "/api/v1/hooks";
  if (path.startsWith("/feeds/")) return "/feeds";
  if (path.startsWith("/unsubscribe/")) return "/unsubscribe";
  if (path.startsWith("/api/v1/")) {
    const [operation] = operationsAt(path.slice("/api/v1".length));
    return operation ? `/api/v1/${operation.pieces.join("/")}` : "/api/v1 other";
  }
  if (path.startsWith("/api/rpc/")) {
    const operation = operationCalled(path.slice("/api/rpc".length));
    return operation ? `/api/rpc/${operation.name}` : "/api/rpc other";
  }
  if (path.startsWith("/api/auth/")) return "/api/auth";
  if (path === "/api/changes") return path;
  return path.startsWith("/_next/") ? "files" : "pages";
}

/** Counts a request and its time once the response is sent. */
export function measureRequest(request: IncomingMessage, response: ServerResponse): void {
  const startedAt = performance.now();
  response.once("close", () => {
    const route = routeOf(request.url);
    const labels = { method: request.method ?? "", route, status: String(response.statusCode) };
    count("afterword_http_requests_total", "Requests with a response.", labels);
    durations().observe({ route }, (performance.now() - startedAt) / 1000);
  });
}

const SECONDS = "afterword_http_request_seconds";

function durations(): Histogram<"route"> {
  const known = metrics().getSingleMetric(SECONDS) as Histogram<"route"> | undefined;
  return (
    known ??
    new Histogram({
      name: SECONDS,
      help: "Time from a request to the end of its response.",
      labelNames: ["route"],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers: [metrics()],
    })
  );
}

const BACKLOG = `
  select (select count(*) from outbox_event where processed_at is null and attempts < 12)::int as "outbox_waiting",
         (select count(*) from outbox_event where processed_at is null and attempts >= 12)::int as "outbox_given_up",
         (select coalesce(extract(epoch from now() - min(created_at)), 0) from outbox_event
           where processed_at is null and attempts < 12)::float as "outbox_oldest_seconds",
         (select count(*) from delivery where processed_at is null)::int as "deliveries_waiting",
         (select count(*) from import)::int as "imports"`;

/** The queue creates its tables itself, at the first start of a process that has jobs. */
const JOBS = `
  select count(*) filter (where state in ('created', 'retry') and start_after <= now())::int as "jobs_waiting",
         count(*) filter (where state = 'active')::int as "jobs_active",
         count(*) filter (where state = 'failed')::int as "jobs_failed"
    from pgboss.job`;

/** Returns all metrics, read now. The backlog of the database is left out while it doesn't answer. */
export async function readMetrics(database: Database | null): Promise<{ text: string; type: string }> {
  const registry = metrics();
  const stats = runningCollab().server?.stats();
  if (stats) {
    set(registry, "document_sockets", "Open document sockets.", stats.sockets);
    set(registry, "documents_open", "Documents in memory.", stats.documents);
    set(registry, "log_commits", "Commits of the document log since the start.", stats.log.batches);
    set(registry, "log_rows", "Edits committed to the document log since the start.", stats.log.rows);
    set(registry, "log_commit_seconds", "Time spent in those commits.", stats.log.commitMs / 1000);
    set(registry, "log_waiting", "Edits that wait for a commit.", stats.log.waiting);
  }
  const counted = await Promise.all([BACKLOG, JOBS].map((text) => countIn(database, text)));
  for (const [name, value] of counted.flatMap(Object.entries<number>)) set(registry, name, "In the database.", value);
  return { text: await registry.metrics(), type: registry.contentType };
}

async function countIn(database: Database | null, text: string): Promise<Record<string, number>> {
  const asked = { text, query_timeout: 2000 } as { text: string };
  const answer = await database?.logPool.query<Record<string, number>>(asked).catch(() => null);
  return answer?.rows[0] ?? {};
}

function set(registry: Registry, name: string, help: string, value: number): void {
  const full = `afterword_${name}`;
  const known = registry.getSingleMetric(full) as Gauge | undefined;
  (known ?? new Gauge({ name: full, help, registers: [registry] })).set(value);
}
