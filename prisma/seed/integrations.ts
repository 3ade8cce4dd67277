import { createHmac } from "node:crypto";
import { processDeliveries } from "#server/intake/delivery/index.ts";
import { createIntegration } from "#server/intake/integration/index.ts";
import { receiveDelivery } from "#server/intake/webhook/index.ts";
import type { Organisation } from "./organisation.ts";
import type { Stage } from "./stage.ts";

const CONNECTED_ON = -60;

interface Alert {
  day: number;
  clock: string;
  name: string;
  service: string;
  severity: string;
  summary: string;
}

const ALERTS: readonly Alert[] = [
  {
    day: -5,
    clock: "08:12",
    name: "IndexAge",
    service: "Acme Search",
    severity: "warning",
    summary: "The EU index is 6 hours old",
  },
  {
    day: -3,
    clock: "21:40",
    name: "DiskAlmostFull",
    service: "Acme Files",
    severity: "warning",
    summary: "files-3 is 91% full",
  },
  {
    day: -1,
    clock: "04:31",
    name: "CardErrors",
    service: "Acme Checkout",
    severity: "page",
    summary: "Card errors above 2%",
  },
  {
    day: -1,
    clock: "04:36",
    name: "CardErrors",
    service: "Acme Checkout",
    severity: "page",
    summary: "Card errors above 4%",
  },
  {
    day: -1,
    clock: "04:41",
    name: "CardErrors",
    service: "Acme Checkout",
    severity: "page",
    summary: "Card errors above 5%",
  },
  {
    day: 0,
    clock: "00:20",
    name: "QueueLatency",
    service: "billing-worker",
    severity: "warning",
    summary: "Jobs wait for 9 minutes",
  },
];

const DEPLOYS = [
  { day: -4, clock: "09:05", ref: "v311", id: 5311 },
  { day: -1, clock: "04:18", ref: "v312", id: 5312 },
] as const;

const alertBody = ({ name, service, severity, summary }: Alert, startsAt: string, fingerprint: string) => ({
  version: "4",
  groupKey: `{}:{alertname="${name}"}`,
  status: "firing",
  receiver: "afterword",
  groupLabels: { alertname: name },
  commonLabels: {},
  commonAnnotations: {},
  externalURL: "https://alertmanager.example.com",
  alerts: [
    {
      status: "firing",
      labels: { alertname: name, service, severity },
      annotations: { summary },
      startsAt,
      endsAt: "0001-01-01T00:00:00Z",
      generatorURL: "https://prometheus.example.com/graph",
      fingerprint,
    },
  ],
});

const deployBody = ({ ref, id }: (typeof DEPLOYS)[number], createdAt: string) => ({
  action: "created",
  deployment_status: {
    id,
    state: "success",
    environment: "production",
    created_at: createdAt,
    creator: { login: "acme-deploy" },
    target_url: `https://ci.example.com/runs/${id}`,
  },
  deployment: { id: id - 5000, ref, sha: "9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b", environment: "production" },
  repository: { name: "search-api", full_name: "acme/search-api", html_url: "https://github.com/acme/search-api" },
  sender: { login: "acme-deploy" },
});

/** Two tools that send events, and what they sent in the last days. All of it waits among the unassigned events. */
export async function connectTools(stage: Stage, organisation: Organisation): Promise<void> {
  const connect = (source: string, name: string, serviceId: string | null) =>
    createIntegration(stage.as("sam", CONNECTED_ON), { source, name, serviceId, origin: "" });
  const manager = await connect("alertmanager", "production", null);
  const hub = await connect("github", "acme organisation", organisation.services.get("search") ?? null);

  async function deliver(
    made: typeof manager,
    day: number,
    clock: string,
    said: object,
    sign: (body: string) => [string, string][],
  ) {
    const body = JSON.stringify(said);
    const ctx = stage.itself(day, clock);
    const [source = "", key = ""] = made.integration.path.split("/").slice(-2);
    await receiveDelivery(
      { pool: stage.pool, log: ctx.log, now: ctx.now, newId: ctx.newId },
      {
        source,
        key,
        headers: new Headers([["content-type", "application/json"], ...sign(body)]),
        read: async () => new TextEncoder().encode(body),
        query: new URLSearchParams(),
        pathSecret: null,
        startedAt: performance.now(),
      },
    );
    await processDeliveries(ctx);
  }

  for (const [index, alert] of ALERTS.entries()) {
    const at = stage.itself(alert.day, alert.clock).now().toISOString();
    await deliver(manager, alert.day, alert.clock, alertBody(alert, at, `demo${index}`), () => [
      ["authorization", `Bearer ${manager.secret}`],
    ]);
  }
  const signed = (body: string) =>
    `sha256=${createHmac("sha256", hub.secret ?? "")
      .update(body)
      .digest("hex")}`;
  for (const deploy of DEPLOYS) {
    const at = stage.itself(deploy.day, deploy.clock).now().toISOString();
    await deliver(hub, deploy.day, deploy.clock, deployBody(deploy, at), (body) => [
      ["x-github-event", "deployment_status"],
      ["x-hub-signature-256", signed(body)],
    ]);
  }
}
