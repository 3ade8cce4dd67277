import type { CollabServer } from "./server.ts";

const shared = globalThis as typeof globalThis & { afterwordCollab?: { server: CollabServer | null } };

/** The collaboration server of this process, for the server and for Next's bundles alike; null where it does not run. */
export function runningCollab(): { server: CollabServer | null } {
  shared.afterwordCollab ??= { server: null };
  return shared.afterwordCollab;
}
