import type { ProposedAction } from "#importers/index.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { cityOf, toInstant } from "#lib/base/time/zones.ts";
import { shapeOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { DayQuestion, FoundAction, Preview, PreviewRow } from "#lib/contract/import.ts";
import { localChoices } from "#lib/incidents/import/local-choices.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";
import { Answers, type SourceSection } from "./plan/answers.ts";
import { PairFinder } from "./plan/find-pairs.ts";
import { type Part, planParts, type SortedPlan } from "./plan/plan-parts.ts";
import { splitsBefore } from "./plan/splits-before.ts";
import { type ImportInput, type ReadInput, withInput } from "./read/read-input.ts";
import { importedInto } from "./write/imported-into.ts";

const ROWS_SHOWN = 500;
const MOST_DAYS = 5;

function noteOf({ state, event, known, addsEnd, addsTime, splitBefore }: SortedPlan): string | null {
  if (splitBefore !== null) return `Already in ${splitBefore}`;
  if (state === "ambiguous") return event.ambiguity?.question ?? null;
  if (state === "new") return known ? "Removed before. Importing restores it." : null;
  if (!known) return "Duplicate row";
  if (addsTime) return `Same as E${known.number}, with its time set`;
  return addsEnd ? `Same as E${known.number}, with its end added` : `Same as E${known.number}`;
}

interface ShownRow {
  planned: SortedPlan;
  row: number;
  /** The file in a zip that it belongs to. */
  path: string | undefined;
}

function presentRow({ planned, row, path }: ShownRow, zones: Zones): PreviewRow {
  const { goes, section, state, event, known, saidTime } = planned;
  const notes = [path === undefined ? null : `From ${path}`, noteOf(planned)].filter((note) => note !== null);
  return {
    row,
    goes: typeof goes === "string" ? goes : "new_incident",
    section: section?.number ?? null,
    actor: event.actor,
    state,
    at: event.at,
    endAt: event.endAt,
    precision: event.precision,
    statedText: event.statedText,
    kind: event.kind,
    shape: shapeOfKind(event.kind),
    title: event.title,
    line: event.line,
    note: notes.length > 0 ? notes.join(". ") : null,
    knownEventNumber: known?.number ?? null,
    timeGiven: saidTime !== null,
    choices: choicesOf(event, zones),
  };
}

interface Zones {
  /** A person's answers about times without a time zone or day. */
  given: string | undefined;
  ofIncident: string;
}

/**
 * Returns possible meanings of an ambiguous time, if there are a few. Without a time zone, those of most exports or of
 * the incident.
 */
function choicesOf({ ambiguity, zone }: SortedPlan["event"], { given, ofIncident }: Zones): PreviewRow["choices"] {
  const { reason, local = null } = ambiguity ?? {};
  if (reason !== "zone" || local === null) return localChoices({ ambiguity, zone: zone ?? given ?? null });
  return [...new Set(["UTC", ofIncident])].flatMap((one) => {
    const result = toInstant(local, one);
    return result.kind === "ok" ? [{ label: `${local.slice(11, 16)} ${cityOf(one)}`, at: result.instant }] : [];
  });
}

const ORDER = ["ambiguous", "new", "known"] as const;

/** Keeps the first rows of each state, because those that need an answer are shown first. The rest is only counted. */
class ShownRows {
  readonly #rows = { ambiguous: [] as ShownRow[], new: [] as ShownRow[], known: [] as ShownRow[] };
  count = 0;
  zoneNeeded = false;
  dateNeeded = false;
  /** Returns how many times have no day of their own, and what their texts suggest. */
  dayless = 0;
  readonly suggested: DayQuestion["suggested"] = [];
  readonly #apart = new Map<string, Preview["newIncidents"][number]>();

  add({ plan, file, days = [] }: Part): void {
    const path = file?.path;
    this.suggested.push(...days.slice(0, MOST_DAYS - this.suggested.length));
    for (const planned of plan) {
      this.#addApart(planned);
      if (planned.row === null) continue;
      this.count += 1;
      const rows = this.#rows[planned.state];
      if (rows.length < ROWS_SHOWN) rows.push({ planned, row: planned.row, path });
      const { ambiguity, zone } = planned.event;
      this.zoneNeeded ||= ambiguity?.reason === "zone" || (ambiguity?.dayless !== undefined && zone === null);
      this.dateNeeded ||= ambiguity?.reason === "date";
      if (planned.event.dayGiven || planned.event.ambiguity?.dayless) this.dayless += 1;
    }
  }

  #addApart({ goes, state, event: { at } }: SortedPlan): void {
    if (typeof goes === "string" || state === "known") return;
    const { startedAt = null, events = 0 } = this.#apart.get(goes.key) ?? {};
    const first = startedAt === null || (at !== null && at < startedAt) ? at : startedAt;
    this.#apart.set(goes.key, { title: goes.title, startedAt: first, events: events + 1 });
  }

  newIncidents(): Preview["newIncidents"] {
    return [...this.#apart.values()];
  }

  rows(zones: Zones): PreviewRow[] {
    const all = ORDER.flatMap((state) => this.#rows[state]);
    return all.slice(0, ROWS_SHOWN).map((row) => presentRow(row, zones));
  }
}

/** Finds for each action of a write-up the action item that already exists. */
type FindKnown = (ctx: Ctx, incidentId: string, actions: readonly ProposedAction[]) => Promise<FoundAction[]>;

/** Reads a source and returns what importing it would do. Writes nothing. */
export async function previewImport(ctx: Ctx, input: ImportInput, findKnown: FindKnown): Promise<Preview> {
  const incident = await findIncident(ctx, input.key);
  authorize(ctx, "incident", "curate", incidentFacts(incident));
  return withInput(ctx, input, (read) => preview(ctx, incident, input, read, findKnown));
}

async function preview(
  ctx: Ctx,
  incident: Awaited<ReturnType<typeof findIncident>>,
  input: ImportInput,
  read: ReadInput,
  findKnown: FindKnown,
): Promise<Preview> {
  const { filename, source, pieces, mappingRemembered } = read;
  const { format, label, letter, certainty, reason, alternatives, contentHash } = source;
  const { id: incidentId } = incident;
  const into = await importedInto(ctx, incident);
  const answers = new Answers(input, into);
  const before = await splitsBefore(ctx, { incidentId, contentHash });
  const shown = new ShownRows();
  const pairs = new PairFinder(source);
  const toPlan = { incidentId, pieces, answers, splitsBefore: before };
  const planned = await planParts(ctx, toPlan, (part) => {
    shown.add(part);
    pairs.add(part);
  });
  const rows = shown.rows({ given: input.zone, ofIncident: into.timeZone });
  const toSection = (section: SourceSection): Preview["sections"][number] => ({
    section: section.number,
    name: section.name,
    events: section.events,
    from: section.from,
    to: section.to,
    answer: answers.answerOf(section),
    incidentKey: before.get(answers.apartOf(section).key) ?? null,
  });
  return {
    filename,
    format,
    label,
    letter,
    certainty,
    reason,
    alternatives,
    counts: planned.counts,
    zoneNeeded: shown.zoneNeeded,
    dateNeeded: shown.dateNeeded,
    dayQuestion:
      shown.dayless === 0
        ? null
        : {
            times: shown.dayless,
            proposed: clockIn(into.startedAt, into.timeZone).day,
            certain: into.span !== null,
            suggested: shown.suggested,
          },
    outside: answers.outside(),
    sections: answers.sections.map(toSection),
    newIncidents: shown.newIncidents(),
    rows,
    rowsLeftOff: shown.count - rows.length,
    rejects: planned.rejects,
    pairs: await pairs.find(ctx, incidentId),
    context: planned.context,
    actions: await findKnown(ctx, incidentId, source.actions),
    factors: source.factors,
    title: source.title,
    summary: source.summary,
    impact: source.passages.find(({ kind }) => kind === "impact")?.text ?? null,
    columns: source.columns,
    mappingRemembered,
  };
}
