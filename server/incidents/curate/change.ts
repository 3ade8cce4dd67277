import type { Prisma } from "#generated/prisma/client.ts";
import { actorName } from "#lib/base/access/actor.ts";
import { invalid } from "#lib/base/errors.ts";
import { isFarOff, YEARS_WORDS } from "#lib/base/time/far-off.ts";
import type { curateContract } from "#lib/contract/curate.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { settleSpan } from "#server/incidents/incident/index.ts";
import {
  authorizeCurating,
  type EventRecord,
  knownAfter,
  originalAfter,
  presentEvent,
  verifiedAfter,
} from "#server/incidents/timeline/index.ts";
import { eventsChanged } from "./events-changed.ts";
import { takeEvents } from "./take-events.ts";
import { presentAll } from "./write-moves.ts";

type Input = InputOf<typeof curateContract.change>;
type Change = Prisma.TimelineEventUncheckedUpdateManyInput;

function moved(at: Date | null, byMs: number): Date | null {
  if (at === null) return null;
  const to = new Date(at.getTime() + byMs);
  if (isFarOff(to.toISOString())) throw invalid("set.moveByMs", YEARS_WORDS);
  return to;
}

/**
 * Returns the columns to write for one event. A moved time or another kind is an edit, so what the source said is kept.
 */
function changeOf(row: EventRecord, set: Input["set"], by: { name: string; now: Date }): Change {
  const { pinned, hidden, removed, kind, moveByMs, verified } = set;
  const time = moveByMs === undefined ? null : { at: moved(row.at, moveByMs), endAt: moved(row.endAt, moveByMs) };
  const says = { title: row.title, body: row.body, kind: kind ?? row.kind, at: row.at, endAt: row.endAt, ...time };
  const taken = removed === undefined ? {} : { removedAt: removed ? (row.removedAt ?? by.now) : null };
  const isKnown = set.known !== undefined || set.foundAt !== undefined || set.foundBy !== undefined;
  return {
    ...given({ pinned, hidden, kind }),
    ...time,
    ...taken,
    ...(isKnown ? knownAfter(row, set) : {}),
    ...originalAfter(row, says),
    ...verifiedAfter({ ...row, ...says }, verified, by),
  };
}

const was = (row: EventRecord, fields: readonly string[]) => {
  const event: Record<string, unknown> = { ...presentEvent(row) };
  const names = fields.map((name) => (name === "moveByMs" ? "at" : name));
  return { id: row.id, version: row.version, ...Object.fromEntries(names.map((name) => [name, event[name]])) };
};

/** Changes several events in the same way, all or none. Events with the same values are written in one statement. */
export async function changeEvents(ctx: Ctx, input: Input): Promise<{ events: TimelineEvent[] }> {
  const fields = Object.keys(given(input.set));
  if (fields.length === 0) throw invalid("set", "Send at least one change");
  return transact(ctx, async (tx) => {
    const incident = await authorizeCurating(tx, input.key);
    const rows = await takeEvents(tx, incident.id, input.events);
    const by = { name: actorName(tx.actor), now: tx.now() };
    const changes = [...rows.values()].map((row) => ({ row, data: changeOf(row, input.set, by) }));
    for (const same of Map.groupBy(changes, ({ data }) => JSON.stringify(data)).values()) {
      await tx.db.timelineEvent.updateMany({
        where: { incidentId: incident.id, id: { in: same.map(({ row }) => row.id) } },
        data: { ...same[0]?.data, version: { increment: 1 } },
      });
    }
    const events = await presentAll(tx, incident.id, [...rows.keys()]);
    const [first] = events;
    if (!first) return unrecorded("no event was named", () => ({ events }));
    await settleSpan(tx, incident.id);
    const change = eventsChanged({
      verb: input.set.removed === true ? "removed" : "updated",
      incidentId: incident.id,
      eventId: first.id,
      before: events.flatMap(({ id }) => rows.get(id) ?? []).map((row) => was(row, fields)),
      after: { ...given(input.set), events: events.map(({ number }) => `E${number}`) },
    });
    return record(tx, { ...change, answer: () => ({ events }) });
  });
}
