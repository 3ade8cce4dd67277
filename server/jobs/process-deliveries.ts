import { contextFor } from "#server/base/kernel/context.ts";
import { processDeliveries, purgeDeliveries } from "#server/intake/delivery/index.ts";
import type { Job } from "./job.ts";

/** Puts what tools sent where it belongs. Kicked by each delivery, and looks on its own when a kick was missed. */
export const routeDeliveries: Job = {
  name: "process-deliveries",
  when: { everySeconds: 5 },
  async run({ signal }) {
    const ctx = contextFor({ kind: "system", label: "job" });
    while (!signal.aborted && (await processDeliveries(ctx)) > 0);
  },
};

/** Deletes what is older than it is kept, at night. */
export const forgetDeliveries: Job = {
  name: "forget-deliveries",
  when: { cron: "47 3 * * *" },
  async run({ log }) {
    const rows = await purgeDeliveries(contextFor({ kind: "system", label: "job" }));
    if (rows > 0) log.info({ rows }, "old deliveries deleted");
  },
};
