import { conflict, notFound, refuse } from "#lib/base/errors.ts";
import type { IncomingState } from "#lib/base/vocabulary/integration.ts";
import type { IncomingEvent } from "#lib/contract/unassigned.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { presentIncoming } from "./present.ts";
import { INCOMING_SELECT, type IncomingRecord, incomingFacts } from "./select.ts";
import { incomingVisibleTo } from "./visible-to.ts";

export interface Versioned {
  id: string;
  version: number;
}

const WRONG_STATE: Record<IncomingState, string> = {
  waiting: "One of these events is no longer unassigned. Reload the list",
  attached: "One of these events isn't attached to an incident",
  dismissed: "One of these events was not dismissed",
};

/** Returns rows by their ids, as the actor can see them, in order of time. */
async function loadRows(ctx: Ctx, ids: readonly string[]): Promise<IncomingRecord[]> {
  return ctx.db.incomingEvent.findMany({
    where: { AND: [{ id: { in: [...ids] } }, incomingVisibleTo(ctx.actor)] },
    select: INCOMING_SELECT,
    orderBy: [{ at: "asc" }, { receivedAt: "asc" }, { id: "asc" }],
  });
}

/**
 * Returns the events to settle, all of them or none. Throws `not_found`, `forbidden`, `conflict` with the newer rows,
 * and `rule` for a wrong state.
 */
export async function authorizeSettling(
  tx: TxCtx,
  events: readonly Versioned[],
  state: IncomingState,
): Promise<IncomingRecord[]> {
  const versions = new Map(events.map(({ id, version }) => [id, version]));
  const rows = await loadRows(tx, [...versions.keys()]);
  if (rows.length !== versions.size) throw notFound();
  for (const row of rows) authorize(tx, "incomingEvent", "settle", incomingFacts(row));
  const stale = rows.filter((row) => row.version !== versions.get(row.id));
  if (stale.length > 0) throw conflict({ events: stale.map(presentIncoming) });
  if (rows.some((row) => row.state !== state)) throw refuse(`not_${state}`, WRONG_STATE[state]);
  return rows;
}

/** Returns the same rows after they were settled. */
export async function presentAfter(ctx: Ctx, events: readonly Versioned[]): Promise<{ events: IncomingEvent[] }> {
  const rows = await loadRows(
    ctx,
    events.map(({ id }) => id),
  );
  return { events: rows.map(presentIncoming) };
}
