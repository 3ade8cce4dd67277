import { contextFor } from "#server/base/kernel/context.ts";
import { keepPausedVersions } from "#server/reviews/version/index.ts";
import type { Job } from "./job.ts";

/** Keeps a version of a review once the people who write it pause. */
export const keepPaused: Job = {
  name: "keep-paused-versions",
  when: { everySeconds: 60 },
  run: ({ signal }) => keepPausedVersions(contextFor({ kind: "system", label: "job" }), signal),
};
