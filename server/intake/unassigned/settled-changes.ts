import type { IncomingState } from "#lib/base/vocabulary/integration.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import type { IncomingRecord } from "./incoming-row.ts";

interface Settled {
  action: Change<"incoming_event">["action"];
  /** The incident that they joined or left. */
  incidentId: string | null;
  state: IncomingState;
}

/** Returns what to record for events that a person attached, detached, dismissed or restored: one change per event. */
export const settledChanges = (rows: readonly IncomingRecord[], { action, incidentId, state }: Settled) =>
  rows.map(
    ({ id, integrationId, title, state: was }): Change<"incoming_event"> => ({
      ...{ action, id, incidentId, integrationId },
      before: { state: was },
      after: { title, state },
    }),
  );
