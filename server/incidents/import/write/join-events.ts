import type { NormalizedEvent } from "#importers/index.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { reserveNumbers } from "#server/incidents/timeline/index.ts";
import { planImport } from "../plan/plan.ts";
import { storedEvents } from "../plan/stored-events.ts";
import { writePlan } from "./write-plan.ts";

export interface JoinTarget {
  incidentId: string;
  format: string;
  letter: string;
}

interface JoiningEvent {
  identity: string;
  event: NormalizedEvent;
}

export interface JoinedEvent {
  eventId: string;
  /** False: the timeline already contained it. */
  isNew: boolean;
}

/**
 * Writes events that came without a file into a timeline, by the rules of imports: known events stay as they are,
 * except for a missing end. Returns results by identity. Each identity may occur once.
 */
export async function joinEvents(
  tx: TxCtx,
  { incidentId, format, letter }: JoinTarget,
  events: readonly JoiningEvent[],
): Promise<Map<string, JoinedEvent>> {
  const firstNumber = await reserveNumbers(tx, incidentId);
  const identities = events.map(({ identity }) => identity);
  const before = await storedEvents(tx, incidentId, format, identities);
  const plan = planImport(
    events.map(({ event }) => event),
    identities,
    before,
  );
  await writePlan(tx, plan, { incidentId, importId: null, format, letter, firstNumber });
  const after = await storedEvents(tx, incidentId, format, identities);
  return new Map(
    plan.flatMap(({ identity, state }) => {
      const stored = after.get(identity);
      return stored ? [[identity, { eventId: stored.id, isNew: state !== "known" }] as const] : [];
    }),
  );
}
