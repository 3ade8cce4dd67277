import type { z } from "zod";
import { actorId } from "#lib/base/access/actor.ts";
import { invalid, notFound } from "#lib/base/errors.ts";
import { addDays } from "#lib/base/time/local-date.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import { isZone, toInstant } from "#lib/base/time/zones.ts";
import { TimelineEvent, type timelineContract } from "#lib/contract/timeline.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { toJson } from "#server/base/kernel/json.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { settleSpan } from "#server/incidents/incident/index.ts";
import { authorizeCurating } from "./authorize-curating.ts";

const { ambiguity: Ambiguity } = TimelineEvent.shape;

interface ZoneAnswered {
  /** Null: no time could be read with it, so there is nothing to undo. */
  answerId: string | null;
  answered: number;
  stillAmbiguous: number;
}

/**
 * Reads the times of an import in that time zone or on that day. A time that a clock change skips or repeats stays
 * open, and so does one that still lacks a day or a time zone.
 */
export async function answerZone(ctx: Ctx, input: InputOf<typeof timelineContract.answerZone>): Promise<ZoneAnswered> {
  if (input.zone !== undefined && !isZone(input.zone))
    throw invalid("zone", "Unknown time zone. Use a name such as Europe/Dublin, or an offset such as +01:00.");
  return transact(ctx, async (tx) => {
    const incident = await authorizeCurating(tx, input.key);
    const { importId, zone = null, date = null } = input;
    const source = await tx.db.import.findFirst({
      where: { id: importId, incidentId: incident.id },
      select: { parts: { select: { id: true } } },
    });
    if (!source) throw notFound();
    const waiting = await tx.db.timelineEvent.findMany({
      where: {
        incidentId: incident.id,
        // Files of a zip are parts of its import.
        importId: { in: [importId, ...source.parts.map(({ id }) => id)] },
        removedAt: null,
        NOT: { ambiguity: { equals: toJson(null) } },
      },
      select: { id: true, ambiguity: true, zone: true },
    });
    const times = waiting.flatMap((event) => readTime(event, { zone, date }));
    const answerId = times.length > 0 ? tx.newId() : null;
    if (answerId !== null) {
      await tx.db.zoneAnswer.create({
        data: { id: answerId, importId, zone, date, byId: actorId(tx.actor), at: tx.now() },
      });
      await writeTimes(tx, answerId, times);
    }
    const answered = times.length;
    await settleSpan(tx, incident.id);
    return record(tx, {
      action: "import.zone_answered",
      id: importId,
      incidentId: incident.id,
      after: { zone, date, answered },
      answer: () => ({ answerId, answered, stillAmbiguous: waiting.length - answered }),
    });
  });
}

interface ReadTime {
  id: string;
  at: string;
  end_at: string | null;
  zone: string;
  precision: Precision;
}

interface Answer {
  zone: string | null;
  date: string | null;
}

function readTime(event: { id: string; zone: string | null; ambiguity: unknown }, answer: Answer): ReadTime[] {
  const asked = Ambiguity.parse(event.ambiguity);
  const local = asked && localTimes(asked, answer);
  // A time without a day can state its time zone.
  const zone = (asked?.reason === "date" ? event.zone : null) ?? answer.zone;
  if (!asked || !local || zone === null) return [];
  const read = toInstant(local.start, zone);
  if (read.kind !== "ok") return [];
  const precision = asked.precision ?? (/:\d\d:(?!00)/.test(local.start) ? "exact" : "minute");
  return [{ id: event.id, at: read.instant, end_at: readEnd(local.end, read.instant, zone), zone, precision }];
}

/** Returns the local times of an event after the answer. Null while it waits for more. */
function localTimes(asked: NonNullable<z.infer<typeof Ambiguity>>, { date }: Answer) {
  if (asked.reason === "zone") return asked.local === null ? null : { start: asked.local, end: asked.localEnd };
  const { dayless } = asked;
  if (asked.reason !== "date" || !dayless || date === null) return null;
  const on = ({ days, clock }: { days: number; clock: string | null }) =>
    `${addDays(date, days)}T${clock ?? "00:00:00"}`;
  return { start: on(dayless), end: dayless.end && on(dayless.end) };
}

/**
 * Returns the end of a span by the rule of imports: the later one of a repeated hour, and the time after a skipped one.
 */
function readEnd(local: string | undefined, start: string, zone: string): string | null {
  if (local === undefined) return null;
  const read = toInstant(local, zone);
  const end = read.kind === "ok" ? read.instant : read.kind === "fold" ? read.later : read.after;
  return end >= start ? end : null;
}

/** Sets the times of the events and keeps the question with them. */
async function writeTimes(tx: TxCtx, answerId: string, times: readonly ReadTime[]) {
  await tx.db.$executeRaw`
    UPDATE timeline_event e
    SET at = read.at + e.clock_offset_ms * interval '1 millisecond',
      end_at = read.end_at + e.clock_offset_ms * interval '1 millisecond', precision = read.precision, zone = read.zone,
      zone_answer_id = ${answerId}::uuid, ambiguity = NULL,
      asked = jsonb_build_object('ambiguity', e.ambiguity, 'zone', e.zone, 'at', read.at, 'endAt', read.end_at,
        'precision', read.precision, 'uncertaintySeconds', e.uncertainty_seconds),
      original = e.original || jsonb_build_object('at',
        to_char((read.at + e.clock_offset_ms * interval '1 millisecond') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'endAt', to_char((read.end_at + e.clock_offset_ms * interval '1 millisecond') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
      version = e.version + 1, updated_at = ${tx.now()}
    FROM jsonb_to_recordset(${JSON.stringify(times)}::jsonb) AS read(id uuid, at timestamptz, end_at timestamptz, zone text, precision event_precision)
    WHERE e.id = read.id AND e.removed_at IS NULL AND e.ambiguity IS NOT NULL`;
}
