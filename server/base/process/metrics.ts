import { collectDefaultMetrics, Registry } from "prom-client";

const shared = globalThis as typeof globalThis & { afterwordMetrics?: Registry };

/** The one registry of this process, for the server and for Next's bundles alike. */
export function metrics(): Registry {
  if (!shared.afterwordMetrics) {
    shared.afterwordMetrics = new Registry();
    collectDefaultMetrics({ register: shared.afterwordMetrics });
  }
  return shared.afterwordMetrics;
}
