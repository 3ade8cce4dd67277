import { contextFor } from "#server/base/kernel/context.ts";
import { refreshSearchTexts } from "#server/reviews/review/index.ts";
import type { Job } from "./job.ts";

const MOST_ROUNDS = 20;

/** Keeps the text of reviews searchable, with a short delay. */
export const refreshSearch: Job = {
  name: "refresh-search-texts",
  when: { everySeconds: 10 },
  async run({ signal }) {
    const ctx = contextFor({ kind: "system", label: "job" });
    for (let round = 0; round < MOST_ROUNDS && !signal.aborted; round++)
      if ((await refreshSearchTexts(ctx)) === 0) return;
  },
};
