import { Prisma } from "#generated/prisma/client.ts";
import type { NormalizedEvent } from "#importers/index.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { saidElsewhere } from "#lib/incidents/import/said-elsewhere.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import type { SaidTime } from "../plan/answers.ts";
import type { PlannedEvent } from "../plan/plan.ts";

export interface InsertTarget {
  incidentId: string;
  /** null: no import brought them. */
  importId: string | null;
  /** The import that an event of an Afterword file came in there; left out or null: `importId`. */
  partOf?: (event: NormalizedEvent) => string | null;
  format: string;
  letter: string;
  firstNumber: number;
  /** Events keep the numbers that they have in the file. */
  keepsNumbers?: boolean;
  /** The hint before the first event; left out, it follows from the import. */
  hint?: number;
}

interface FreshEvent {
  planned: PlannedEvent;
  /** Where it is among events of the same time. */
  hint: number;
}

const CHUNK = 5000;

/** Writes new events, numbered from `firstNumber`. Rows go as one JSON value a chunk: a parameter a field takes ten times as long. */
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

/** The time of an event as it is stored: an end not before its start, a precision exactly where there is an instant. */
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

/** A question of zone or day with how well the time will be known: the row has no precision until then. */
function ambiguityOf({ ambiguity, precision }: NormalizedEvent) {
  const isOfAll = ambiguity?.reason === "zone" || ambiguity?.dayless !== undefined;
  if (!isOfAll || precision === "unknown") return ambiguity;
  return { precision, ...ambiguity };
}

/** Who verified an event of a file: the person's own word only where the same person imports it. */
function verifierOf({ actor }: TxCtx, { curated }: NormalizedEvent): string | null {
  const by = curated?.verified?.by ?? null;
  return by === null || (actor.kind === "user" && actor.name === by) ? by : saidElsewhere(by);
}

/** What the source said of an event that a person gave a time, as after an edit. */
const originalOf = ({ title, body, kind }: NormalizedEvent, { at, endAt }: SaidTime) => ({
  ...{ title, body, kind },
  ...{ at: at && new Date(at).toISOString(), endAt: endAt && new Date(endAt).toISOString() },
});

/** One row by the names of its columns; the same columns in every row. */
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
