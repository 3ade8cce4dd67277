import { contextFor } from "#server/base/kernel/context.ts";
import { collectPictures } from "#server/reviews/picture/index.ts";
import type { Job } from "./job.ts";

/** Deletes pictures that nothing shows any more, at night. */
export const collectUnusedPictures: Job = {
  name: "collect-pictures",
  when: { cron: "57 3 * * *" },
  async run({ log }) {
    const pictures = await collectPictures(contextFor({ kind: "system", label: "job" }));
    if (pictures > 0) log.info({ pictures }, "pictures that nothing shows deleted");
  },
};
