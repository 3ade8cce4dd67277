import type { Preview, PreviewRow } from "#lib/contract/import.ts";
import { shapeOfKind } from "#lib/timeline/event-kinds.ts";
import { csvColumns, decode } from "#server/imports/index.ts";
import { incidentFacts } from "#server/incident/index.ts";
import { authorize } from "#server/kernel/authorize.ts";
import type { Ctx } from "#server/kernel/context.ts";
import { findIncident } from "#server/timeline/index.ts";
import { findKnown } from "./find-known-actions.ts";
import { countPlan, identitiesOf, type PlannedEvent, planImport } from "./plan.ts";
import { type ImportInput, readInput } from "./read-input.ts";
import { storedEvents } from "./stored-events.ts";

const ROWS_SHOWN = 500;
const CONTEXT_SHOWN = 500;

function noteOf({ state, event, known, addsEnd, addsTime }: PlannedEvent): string | null {
  if (state === "ambiguous") return event.ambiguity?.question ?? null;
  if (state === "new") return known ? "Taken out before; importing brings it back" : null;
  if (!known) return "Stands twice in this file";
  if (addsTime) return `Same as E${known.number}; its time is answered`;
  return addsEnd ? `Same as E${known.number}; its end is added` : `Same as E${known.number}`;
}

function presentRow(planned: PlannedEvent): PreviewRow {
  const { state, event, known } = planned;
  return {
    state,
    at: event.at,
    endAt: event.endAt,
    precision: event.precision,
    statedText: event.statedText,
    kind: event.kind,
    shape: shapeOfKind(event.kind),
    title: event.title,
    line: event.line,
    note: noteOf(planned),
    knownEventNumber: known?.number ?? null,
  };
}

const ORDER = { ambiguous: 0, new: 1, known: 2 } as const;

/** Reads a source and says what importing it would do. Writes nothing. */
export async function previewImport(ctx: Ctx, input: ImportInput): Promise<Preview> {
  const incident = await findIncident(ctx, input.key);
  authorize(ctx, "incident", "curate", incidentFacts(incident));
  const { filename, bytes, parsed } = await readInput(input);
  const identities = identitiesOf(parsed.format, parsed.events, input.zone);
  const plan = planImport(parsed.events, identities, await storedEvents(ctx, incident.id, parsed.format, identities));
  const shown = [...plan].sort((a, b) => ORDER[a.state] - ORDER[b.state]).slice(0, ROWS_SHOWN);
  return {
    filename,
    format: parsed.format,
    label: parsed.label,
    letter: parsed.letter,
    certainty: parsed.certainty,
    reason: parsed.reason,
    alternatives: parsed.detections
      .filter(({ importer }) => importer.name !== parsed.format)
      .map(({ importer, certainty }) => ({ format: importer.name, label: importer.label, certainty })),
    counts: { ...countPlan(plan), rejected: parsed.rejects.length, context: parsed.context.length },
    zoneNeeded: plan.some(({ event }) => event.ambiguity?.reason === "zone"),
    dateNeeded: plan.some(({ event }) => event.ambiguity?.reason === "date"),
    rows: shown.map(presentRow),
    rowsLeftOff: plan.length - shown.length,
    rejects: parsed.rejects,
    context: parsed.context.slice(0, CONTEXT_SHOWN),
    actions: await findKnown(ctx, incident.id, parsed.actions),
    columns: parsed.format === "csv" ? csvColumns(decode(bytes), input.mapping) : null,
  };
}
