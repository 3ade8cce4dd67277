import { actorId } from "#lib/base/access/actor.ts";
import type { Reading } from "#lib/contract/import.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";

/** How far a source is read. */
export interface ReadProgress {
  /** Share of its bytes; null where they are read as a whole before its first event. */
  share: number | null;
  events: number;
  /** Files files of a zip. */
  files: { read: number; of: number } | null;
}

const NOTHING: ReadProgress = { share: null, events: 0, files: null };

interface Followed {
  progress: ReadProgress;
  /** A thread has taken it up. */
  isTaken: boolean;
}

type Registry = Map<string, Followed>;
/** For the server and for Next's bundles alike. */
const shared = globalThis as typeof globalThis & { afterwordReadings?: Registry };

function readings(): Registry {
  shared.afterwordReadings ??= new Map();
  return shared.afterwordReadings;
}

const keyOf = (owner: string, id: string) => `${owner} ${id}`;

/** Lets its owner follow a reading that they gave an id, until it ends. */
export function followReading(owner: string, id: string | undefined) {
  const followed: Followed = { progress: NOTHING, isTaken: false };
  const key = keyOf(owner, id ?? "");
  if (id !== undefined) readings().set(key, followed);
  return {
    tell(progress: ReadProgress): void {
      Object.assign(followed, { progress, isTaken: true });
    },
    end(): void {
      // The same file can already be read again under its id.
      if (readings().get(key) === followed) readings().delete(key);
    },
  };
}

/** How far a reading of that person is; `sending` while this process knows nothing of it, or no more. */
function readingOf(owner: string, id: string) {
  const followed = readings().get(keyOf(owner, id));
  if (!followed) return { state: "sending" as const, ...NOTHING };
  return { state: followed.isTaken ? ("reading" as const) : ("waiting" as const), ...followed.progress };
}

/** Progress of reading a file of mine. Another person's reading is one that no one knows. */
export async function readingProgress(ctx: Ctx, input: { key: string; readingId: string }): Promise<Reading> {
  authorize(ctx, "incident", "curate", incidentFacts(await findIncident(ctx, input.key)));
  return readingOf(actorId(ctx.actor) ?? "server", input.readingId);
}
