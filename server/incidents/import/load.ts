import type { Prisma } from "#generated/prisma/client.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";

const CITED = {
  OR: [{ evidence: { some: { factor: { removedAt: null } } } }, { milestones: { some: {} } }],
} satisfies Prisma.TimelineEventWhereInput;

const waitingFor = (reason: "zone" | "date") =>
  ({ ambiguity: { path: ["reason"], equals: reason } }) satisfies Prisma.TimelineEventWhereInput;

/** Incidents that imports were split into or from are named only for people who can read them. */
const importSelect = (ctx: Ctx) => {
  const visible = incidentVisibleTo(ctx.actor);
  return {
    ...IMPORT_SELECT,
    splits: {
      where: { undoneAt: null, incident: visible },
      select: { created: true, incident: { select: { number: true, title: true } } },
      orderBy: { createdAt: "asc" },
    },
  } satisfies Prisma.ImportSelect;
};

const IMPORT_SELECT = {
  id: true,
  filename: true,
  format: true,
  label: true,
  zone: true,
  created: true,
  known: true,
  ambiguous: true,
  rejected: true,
  context: true,
  rejects: true,
  leftOut: true,
  splitFromId: true,
  createdAt: true,
  undoneAt: true,
  createdBy: { select: { name: true } },
  parts: { select: { id: true } },
} satisfies Prisma.ImportSelect;

type Selected = Prisma.ImportGetPayload<{ select: ReturnType<typeof importSelect> }>;
const ANSWER_SELECT = {
  id: true,
  zone: true,
  date: true,
  at: true,
  by: { select: { name: true } },
} satisfies Prisma.ZoneAnswerSelect;
type Answer = Prisma.ZoneAnswerGetPayload<{ select: typeof ANSWER_SELECT }>;
/**
 * Includes the letter of its events, how many of them are cited or wait for a time zone or a day, and the answers,
 * newest first.
 */
export type ImportRow = Selected & {
  letter: string | null;
  citedEvents: number;
  unanswered: number;
  undated: number;
  undatedZoneless: number;
  answers: Answer[];
  splitFrom: number | null;
};

/** Returns imports of an incident that aren't part of another, newest first. */
export async function loadImports(ctx: Ctx, incidentId: string): Promise<ImportRow[]> {
  const rows = await ctx.db.import.findMany({
    where: { incidentId, partOfId: null },
    select: importSelect(ctx),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return withQuestions(ctx, rows);
}

/** Returns one import of an incident, or throws `not_found`. */
export async function loadImport(ctx: Ctx, incidentId: string, id: string): Promise<ImportRow> {
  const found = await ctx.db.import.findMany({ where: { id, incidentId, partOfId: null }, select: importSelect(ctx) });
  const [row] = await withQuestions(ctx, found);
  if (!row) throw notFound();
  return row;
}

async function withQuestions(ctx: Ctx, rows: readonly Selected[]): Promise<ImportRow[]> {
  const ids = rows.flatMap((row) => [row.id, ...row.parts.map((part) => part.id)]);
  const letterOf = await loadLetters(ctx, ids);
  const cited = await countEvents(ctx, ids, CITED);
  const zoneless = await countEvents(ctx, ids, waitingFor("zone"));
  const dayless = await countEvents(ctx, ids, waitingFor("date"));
  const neither = await countEvents(ctx, ids, { ...waitingFor("date"), zone: null });
  const answersOf = await loadAnswers(ctx, ids);
  const splitFrom = await numbersOfOrigins(ctx, rows);
  return rows.map((row) => {
    const sources = [row, ...row.parts];
    const answers = new Map(sources.flatMap(({ id }) => answersOf.get(id) ?? []).map((answer) => [answer.id, answer]));
    const sum = (counts: ReadonlyMap<string | null, number>) =>
      sources.reduce((all, { id }) => all + (counts.get(id) ?? 0), 0);
    return {
      ...row,
      letter: letterOf.get(row.id) ?? null,
      citedEvents: sum(cited),
      unanswered: sum(zoneless),
      undated: sum(dayless),
      undatedZoneless: sum(neither),
      splitFrom: splitFrom.get(row.splitFromId ?? "") ?? null,
      answers: [...answers.values()].sort((a, b) => b.at.getTime() - a.at.getTime()),
    };
  });
}

/** Returns numbers of the incidents that imports were split from, as far as they can be read. */
async function numbersOfOrigins(ctx: Ctx, rows: readonly Selected[]): Promise<Map<string, number>> {
  const ids = rows.flatMap(({ splitFromId }) => splitFromId ?? []);
  if (ids.length === 0) return new Map();
  const origins = await ctx.db.import.findMany({
    where: { id: { in: ids }, incident: incidentVisibleTo(ctx.actor) },
    select: { id: true, incident: { select: { number: true } } },
  });
  return new Map(origins.map(({ id, incident }) => [id, incident.number]));
}

/** Groups in SQL: with `take: 1` below an import, Prisma reads all of its events. */
async function loadLetters(ctx: Ctx, importIds: readonly string[]): Promise<Map<string | null, string>> {
  const rows = await ctx.db.timelineEvent.groupBy({
    by: ["importId", "sourceLetter"],
    where: { importId: { in: [...importIds] } },
  });
  return new Map(rows.map((row) => [row.importId, row.sourceLetter]));
}

async function countEvents(ctx: Ctx, importIds: readonly string[], where: Prisma.TimelineEventWhereInput) {
  const counts = await ctx.db.timelineEvent.groupBy({
    by: ["importId"],
    where: { importId: { in: [...importIds] }, removedAt: null, ...where },
    _count: true,
  });
  return new Map(counts.map((row) => [row.importId, row._count]));
}

/**
 * Returns current answers by the import that their events now belong to. A repeated import adopts the answers of its
 * events.
 */
async function loadAnswers(ctx: Ctx, importIds: readonly string[]): Promise<Map<string, Answer[]>> {
  const pairs = await ctx.db.timelineEvent.groupBy({
    by: ["importId", "zoneAnswerId"],
    where: { importId: { in: [...importIds] }, zoneAnswerId: { not: null } },
  });
  const rows = await ctx.db.zoneAnswer.findMany({
    where: { id: { in: pairs.flatMap(({ zoneAnswerId }) => zoneAnswerId ?? []) }, takenBackAt: null },
    select: ANSWER_SELECT,
  });
  const known = new Map(rows.map((row) => [row.id, row]));
  const answers = new Map<string, Answer[]>();
  for (const { importId, zoneAnswerId } of pairs) {
    const answer = known.get(zoneAnswerId ?? "");
    if (importId !== null && answer) answers.set(importId, [...(answers.get(importId) ?? []), answer]);
  }
  return answers;
}
