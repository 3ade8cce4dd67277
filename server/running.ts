import type { CollabServer } from "#server/collab/index.ts";

/** What verbs may ask of the jobs: jobs call verbs, so nothing of them is imported here. */
interface RunningJobs {
  kick(name: string): void;
}

/** Parts of this process that verbs may speak to; null where this process does not run them. */
export interface Running {
  collab: CollabServer | null;
  jobs: RunningJobs | null;
}

const shared = globalThis as typeof globalThis & { afterwordRunning?: Running };

/** What runs in this process, for the server and for Next's bundles alike. */
export function running(): Running {
  shared.afterwordRunning ??= { collab: null, jobs: null };
  return shared.afterwordRunning;
}
