import { contextFor } from "#server/base/kernel/context.ts";
import { processDeliveries, purgeDeliveries } from "#server/intake/delivery/index.ts";
import type { Job } from "./job.ts";

/** Routes deliveries from tools. Triggered by each delivery, and runs at intervals in case a trigger was missed. */
export const routeDeliveries: Job = {
  name: "process-deliveries",
  when: { everySeconds: 5 },
  async run({ signal }) {
    const ctx = contextFor({ kind: "system", label: "job" });
    while (!signal.aborted && (await processDeliveries(ctx)) > 0);
  },
};

/** Deletes deliveries after their retention period, at night. */
export const forgetDeliveries: Job = {
  name: "forget-deliveries",
  when: { cron: "47 3 * * *" },
  async run({ log }) {
    const rows = await purgeDeliveries(contextFor({ kind: "system", label: "job" }));
    if (rows > 0) log.info({ rows }, "old deliveries deleted");
  },
};
