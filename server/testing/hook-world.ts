import { createHmac } from "node:crypto";

/** One alert as Alertmanager sends it. */
export interface AlertParts {
  fingerprint: string;
  labels: Record<string, string>;
  startsAt: string;
  endsAt?: string;
}

/** Returns a delivery of Alertmanager with these alerts. */
export function alertmanagerBody(alerts: readonly AlertParts[]): string {
  const isOver = alerts.every(({ endsAt }) => endsAt !== undefined);
  return JSON.stringify({
    version: "4",
    groupKey: '{}:{alertname="QueueDepthHigh"}',
    status: isOver ? "resolved" : "firing",
    receiver: "afterword",
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    externalURL: "http://alertmanager.example.com",
    alerts: alerts.map(({ fingerprint, labels, startsAt, endsAt }) => ({
      status: endsAt === undefined ? "firing" : "resolved",
      labels,
      annotations: {},
      startsAt,
      endsAt: endsAt ?? "0001-01-01T00:00:00Z",
      generatorURL: "http://prometheus.example.com/graph",
      fingerprint,
    })),
  });
}

export const githubSignature = (body: string, secret: string): string =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
