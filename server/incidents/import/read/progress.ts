import { actorId } from "#lib/base/access/actor.ts";
import type { Reading } from "#lib/contract/import.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";

/** How far a source is read. */
export interface ReadProgress {
  /** Share of its bytes. Null if they are read as a whole before its first event. */
  share: number | null;
  events: number;
  /** Files files of a zip. */
  files: { read: number; of: number } | null;
}

const NOTHING: ReadProgress = { share: null, events: 0, files: null };

interface Followed {
  progress: ReadProgress;
  /** True once a thread has started on it. */
  isTaken: boolean;
}

type Registry = Map<string, Followed>;
/** Shared by the server and Next's bundles. */
const shared = globalThis as typeof globalThis & { afterwordReadings?: Registry };

function readings(): Registry {
  shared.afterwordReadings ??= new Map();
  return shared.afterwordReadings;
}

const keyOf = (owner: string, id: string) => `${owner} ${id}`;

/** Reports progress to its owner under the id that they chose, until the reading ends. */
export function followReading(owner: string, id: string | undefined) {
  const followed: Followed = { progress: NOTHING, isTaken: false };
  const key = keyOf(owner, id ?? "");
  if (id !== undefined) readings().set(key, followed);
  return {
    tell(progress: ReadProgress): void {
      Object.assign(followed, { progress, isTaken: true });
    },
    end(): void {
      // The same file can already be read again with its id.
      if (readings().get(key) === followed) readings().delete(key);
    },
  };
}

/** Returns the progress of a person's reading. `sending` if this process doesn't know about it, or no longer does. */
function readingOf(owner: string, id: string) {
  const followed = readings().get(keyOf(owner, id));
  if (!followed) return { state: "sending" as const, ...NOTHING };
  return { state: followed.isTaken ? ("reading" as const) : ("waiting" as const), ...followed.progress };
}

/** Returns the progress of reading one of my files. Another person's reading counts as unknown. */
export async function readingProgress(ctx: Ctx, input: { key: string; readingId: string }): Promise<Reading> {
  authorize(ctx, "incident", "curate", incidentFacts(await findIncident(ctx, input.key)));
  return readingOf(actorId(ctx.actor) ?? "server", input.readingId);
}
