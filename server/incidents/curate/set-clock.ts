import { actorId } from "#lib/base/access/actor.ts";
import { conflict, invalid, notFound, refuse } from "#lib/base/errors.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { curateContract, SourceClock } from "#lib/contract/curate.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { authorizeCurating, type EventRecord, loadEvent, moveClocks } from "#server/incidents/timeline/index.ts";
import { clocksOf } from "./clocks.ts";
import { tellTimeline } from "./events-changed.ts";

type Input = InputOf<typeof curateContract.setClock>;

/** Returns the instant that the source of an event recorded, before any clock or person moved it. */
function recordedMs(row: EventRecord): number | null {
  const original = row.original as { at: string | null } | null;
  const at = original ? original.at && Date.parse(original.at) : row.at?.getTime();
  return typeof at === "number" ? at - row.clockOffsetMs : null;
}

/** Returns which source is moved and by how much, as typed or as the pair implies. */
async function readClock(tx: TxCtx, incidentId: string, input: Input) {
  if (!input.pair) {
    if (input.sourceType === undefined) throw invalid("sourceType", "Choose the source whose clock moves");
    return { sourceType: input.sourceType, offsetMs: input.offsetMs ?? 0, eventId: null, matchId: null };
  }
  const event = await loadEvent(tx, incidentId, input.pair.eventId);
  const match = await loadEvent(tx, incidentId, input.pair.matchId);
  const from = recordedMs(event);
  if (from === null || match.at === null)
    throw invalid("pair", "Both events need a time before you can mark them as the same moment");
  const isSameClock = event.sourceType === match.sourceType && (!input.importId || match.importId === input.importId);
  if (isSameClock)
    throw invalid(
      "pair",
      "Both events come from the same source, so moving its clock moves both. Choose an event of another source.",
    );
  if (
    (input.sourceType ?? event.sourceType) !== event.sourceType ||
    (input.importId ?? event.importId) !== event.importId
  )
    throw invalid(
      "pair",
      "The first event comes from another source. Leave out sourceType and importId, or send those of the event.",
    );
  const offsetMs = match.at.getTime() - from;
  if (Math.abs(offsetMs) > DAY_MS)
    throw invalid(
      "pair",
      "These events are more than a day apart, so the date or the time zone is wrong. Correct that instead.",
    );
  return { sourceType: event.sourceType, offsetMs, eventId: event.id, matchId: match.id };
}

/**
 * Moves the clock of a source in an incident: of one import, or of everything from it, now and later. Recorded times
 * are kept with the moved ones. Throws `conflict` with the clocks if someone set this one in the meantime.
 */
export async function setClock(ctx: Ctx, input: Input): Promise<{ items: SourceClock[] }> {
  return transact(ctx, async (tx) => {
    const incident = await authorizeCurating(tx, input.key);
    const { importId } = input;
    if (importId && (await tx.db.import.count({ where: { id: importId, incidentId: incident.id } })) === 0)
      throw notFound();
    const clock = await readClock(tx, incident.id, input);
    if (clock.sourceType === "manual")
      throw refuse("no_clock", "Events written by hand have no clock. Edit their time instead.");
    const { sourceType } = clock;
    const before = await tx.db.sourceClock.findFirst({ where: { incidentId: incident.id, sourceType, importId } });
    if (before?.version !== input.version) throw conflict(await clocksOf(tx, incident.id));
    const data = { ...clock, setById: actorId(tx.actor), setAt: tx.now(), broughtById: null };
    if (before)
      await tx.db.sourceClock.update({ where: { id: before.id }, data: { ...data, version: { increment: 1 } } });
    else await tx.db.sourceClock.create({ data: { id: tx.newId(), incidentId: incident.id, importId, ...data } });
    const moved = await moveClocks(tx, incident.id, sourceType);
    await tellTimeline(tx, incident.id);
    return record(tx, {
      action: "incident.clock_set",
      id: incident.id,
      before: { source: sourceType, offsetMs: before?.offsetMs ?? 0 },
      after: { source: sourceType, offsetMs: clock.offsetMs, movedEvents: moved },
      answer: async () => ({ items: await clocksOf(tx, incident.id) }),
    });
  });
}
