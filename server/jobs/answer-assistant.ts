import { contextFor } from "#server/base/kernel/context.ts";
import { ASSIST_JOB, answerAssistant } from "#server/reviews/assist/index.ts";
import type { Job } from "./job.ts";

/**
 * Sends requests to the AI assistant. Triggered by each request, and runs at intervals for those of other processes.
 */
export const answerAssistantJob: Job = {
  name: ASSIST_JOB,
  when: { everySeconds: 5 },
  async run({ log, signal }) {
    const requests = await answerAssistant(contextFor({ kind: "system", label: "job" }), signal);
    if (requests > 0) log.info({ requests }, "requests to the AI assistant answered");
  },
};
