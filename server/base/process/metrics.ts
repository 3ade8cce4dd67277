import { Counter, collectDefaultMetrics, Registry } from "prom-client";

const shared = globalThis as typeof globalThis & { afterwordMetrics?: Registry };

/** The registry of this process, shared by the server and Next's bundles. */
export function metrics(): Registry {
  if (!shared.afterwordMetrics) {
    shared.afterwordMetrics = new Registry();
    collectDefaultMetrics({ register: shared.afterwordMetrics });
  }
  return shared.afterwordMetrics;
}

/** Adds one to a counter by labels. The counter is created on first use. */
export function count<Label extends string>(name: string, help: string, labels: Record<Label, string>): void {
  const known = metrics().getSingleMetric(name) as Counter<Label> | undefined;
  const counter =
    known ?? new Counter({ name, help, labelNames: Object.keys(labels) as Label[], registers: [metrics()] });
  counter.inc(labels);
}
