import { Prisma } from "#generated/prisma/client.ts";
import type { NormalizedEvent } from "#importers/index.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { saidElsewhere } from "#lib/incidents/import/said-elsewhere.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import type { SaidTime } from "../plan/answers.ts";
import type { PlannedEvent } from "../plan/plan.ts";

export interface InsertTarget {
  incidentId: string;
  /** Null: no import. */
  importId: string | null;
  /** The import of an event in its Afterword file. Left out or null: `importId`. */
  partOf?: (event: NormalizedEvent) => string | null;
  format: string;
  letter: string;
  firstNumber: number;
  /** Events keep their numbers from the file. */
  keepsNumbers?: boolean;
  /** The hint before the first event. If left out, it comes from the import. */
  hint?: number;
}

interface FreshEvent {
  planned: PlannedEvent;
  /** Its place among events of the same time. */
  hint: number;
}

const CHUNK = 5000;

/**
 * Writes new events, numbered from `firstNumber`. Rows are sent as one JSON value per chunk, because a parameter per
 * field takes ten times as long.
 */
export async function insertEvents(tx: TxCtx, fresh: readonly FreshEvent[], target: InsertTarget): Promise<void> {
  for (let start = 0; start < fresh.length; start += CHUNK) {
    const rows = fresh
      .slice(start, start + CHUNK)
      .map(({ planned, hint }, index) => rowOf(tx, planned, target, target.firstNumber + start + index, hint));
    const columns = Prisma.raw(Object.keys(rows[0] ?? {}).join(", "));
    await tx.db.$executeRaw`
      INSERT INTO timeline_event (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::timeline_event, ${JSON.stringify(rows)}::jsonb)`;
  }
}

/** Returns the time of an event as stored: an end not before its start, and a precision only with an instant. */
export function timeOf({ at, endAt, precision, uncertaintySeconds }: NormalizedEvent) {
  if (at === null) return { at, endAt: null, precision: "unknown", uncertaintySeconds } as const;
  return {
    at,
    endAt: endAt !== null && Date.parse(endAt) >= Date.parse(at) ? endAt : null,
    precision: precision === "unknown" ? "minute" : precision,
    uncertaintySeconds,
  } as const;
}

export const importOf = ({ partOf, importId }: InsertTarget, event: NormalizedEvent): string | null =>
  partOf?.(event) ?? importId;

/** Returns a question about time zone or day with the later precision, because the row has none until then. */
function ambiguityOf({ ambiguity, precision }: NormalizedEvent) {
  const isOfAll = ambiguity?.reason === "zone" || ambiguity?.dayless !== undefined;
  if (!isOfAll || precision === "unknown") return ambiguity;
  return { precision, ...ambiguity };
}

/** Returns who verified an event of a file. It counts only if the same person imports the file. */
function verifierOf({ actor }: TxCtx, { curated }: NormalizedEvent): string | null {
  const by = curated?.verified?.by ?? null;
  return by === null || (actor.kind === "user" && actor.name === by) ? by : saidElsewhere(by);
}

/** Returns what the source said about an event that a person gave a time, as after an edit. */
const originalOf = ({ title, body, kind }: NormalizedEvent, { at, endAt }: SaidTime) => ({
  ...{ title, body, kind },
  ...{ at: at && new Date(at).toISOString(), endAt: endAt && new Date(endAt).toISOString() },
});

/** Returns one row by column name, with the same columns in every row. */
function rowOf(
  tx: TxCtx,
  { event, identity, section, saidTime }: PlannedEvent,
  target: InsertTarget,
  number: number,
  orderHint: number,
): Record<string, unknown> {
  const { at, endAt, precision, uncertaintySeconds } = timeOf(event);
  const now = tx.now().toISOString();
  const { curated } = event;
  return {
    id: tx.newId(),
    incident_id: target.incidentId,
    number: target.keepsNumbers ? (curated?.number ?? number) : number,
    at,
    end_at: endAt,
    precision,
    uncertainty_seconds: uncertaintySeconds,
    stated_text: event.statedText,
    zone: event.zone,
    ambiguity: ambiguityOf(event),
    order_hint: orderHint,
    kind: event.kind,
    title: event.title,
    body: event.body,
    actor: event.actor,
    url: event.url,
    services: event.services,
    source_type: curated?.source.type ?? target.format,
    source_letter: curated?.source.letter ?? target.letter,
    source_label: curated?.source.label ?? null,
    identity: curated?.source.identity ?? identity,
    import_id: importOf(target, event),
    line: curated ? curated.source.line : event.line,
    section: section?.name ?? null,
    clock_offset_ms: curated?.clockOffsetMs ?? 0,
    pinned: curated?.pinned ?? false,
    hidden: curated?.hidden ?? false,
    known: curated?.known ?? null,
    found_at: curated?.foundAt ?? null,
    found_by: curated?.foundBy ?? null,
    verified_at: curated?.verified?.at ?? null,
    verified_by: verifierOf(tx, event),
    verified_says: curated?.verified?.says ?? null,
    original: curated?.original ?? (saidTime ? originalOf(event, saidTime) : null),
    version: 1,
    created_by_id: actorId(tx.actor),
    created_at: now,
    updated_at: now,
  };
}
