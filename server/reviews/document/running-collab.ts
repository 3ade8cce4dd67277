import type { CollabServer } from "./server.ts";

const shared = globalThis as typeof globalThis & { afterwordCollab?: { server: CollabServer | null } };

/** The collaboration server of this process, shared by the server and Next's bundles. Null if it isn't running. */
export function runningCollab(): { server: CollabServer | null } {
  shared.afterwordCollab ??= { server: null };
  return shared.afterwordCollab;
}
