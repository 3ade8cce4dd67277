import type { ArchivedFile, NormalizedEvent, Reject } from "#importers/index.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import type { FileStory } from "#lib/contract/timeline-file.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toJson } from "#server/base/kernel/json.ts";
import { type Recorded, record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { recordFindings } from "#server/incidents/finding/index.ts";
import { incidentFacts, settleSpan } from "#server/incidents/incident/index.ts";
import { authorizeCurating, findIncident, reserveNumbers } from "#server/incidents/timeline/index.ts";
import { loadImport } from "./load.ts";
import { AnsweredPairs } from "./plan/answered-pairs.ts";
import { Answers } from "./plan/answers.ts";
import type { PlannedEvent } from "./plan/plan.ts";
import { planParts } from "./plan/plan-parts.ts";
import { sortFindings } from "./plan/sort-findings.ts";
import { splitsBefore } from "./plan/splits-before.ts";
import { presentImport } from "./present.ts";
import { type ImportInput, type ReadInput, withInput } from "./read/read-input.ts";
import { rememberMapping } from "./read/remember-mapping.ts";
import { restoreStory } from "./restore/restore-story.ts";
import { hintBase } from "./write/hint-base.ts";
import { importedInto } from "./write/imported-into.ts";
import { Splits } from "./write/splits.ts";
import { alignClocks, writePart } from "./write/write-plan.ts";

/** The import that parts belong to. They are undone and redone with it. */
interface WholeImport {
  id: string;
  incidentId: string;
  zone: string | null;
  contentHash: string;
}

interface Part {
  filename: string;
  format: string;
  label: string;
  zone: string | null;
}

async function createPart(tx: TxCtx, { id: partOfId, incidentId, contentHash }: WholeImport, part: Part) {
  const id = tx.newId();
  const made = { createdById: actorId(tx.actor), createdAt: tx.now() };
  await tx.db.import.create({ data: { id, incidentId, partOfId, contentHash, ...part, ...made } });
  return id;
}

/** Content of an Afterword file in addition to its events, collected from its pieces. */
interface StoryParts {
  story: FileStory;
  /** Parts of the import by their numbers in the file. */
  parts: Map<number, string>;
  plan: PlannedEvent[];
}

/**
 * Creates the sources that new events of an Afterword file had there, as parts of its import, so each keeps its clock
 * and its question about the time zone. Existing ones stay.
 */
async function createSourceParts(
  tx: TxCtx,
  whole: WholeImport,
  plan: readonly PlannedEvent[],
  { story, parts }: StoryParts,
): Promise<void> {
  const wanted = new Set(
    plan.flatMap(({ state, event }) => (state === "known" ? [] : (event.curated?.source.import ?? []))),
  );
  for (const { number, ...source } of story.imports) {
    if (wanted.has(number) && !parts.has(number)) parts.set(number, await createPart(tx, whole, source));
  }
}

/** Returns the part of an import for a file of its zip, and creates it when that file contains something new. */
function fileParts(tx: TxCtx, whole: WholeImport) {
  const ids = new Map<string, string>();
  return async ({ path, format, label }: ArchivedFile, plan: readonly PlannedEvent[]): Promise<string> => {
    const known = ids.get(path);
    if (known !== undefined || plan.every(({ state }) => state === "known")) return known ?? whole.id;
    const id = await createPart(tx, whole, { filename: path, format, label, zone: whole.zone });
    ids.set(path, id);
    return id;
  };
}

const REJECTS_KEPT = 2000;
/** A table with hundreds of thousands of rows is one transaction. */
const TIMEOUT_MS = 900_000;

/**
 * Imports a source in one transaction: writes new events, keeps known ones, and stores rejects with line and reason.
 */
export async function createImport(ctx: Ctx, input: ImportInput): Promise<ImportRecord> {
  const seen = await findIncident(ctx, input.key);
  authorize(ctx, "incident", "curate", incidentFacts(seen));
  return withInput(ctx, input, (read) =>
    transact(ctx, (tx) => writeImport(tx, input, read), { timeoutMs: TIMEOUT_MS }),
  );
}

async function writeImport(
  tx: TxCtx,
  input: ImportInput,
  { filename, source, pieces }: ReadInput,
): Promise<Recorded<ImportRecord>> {
  const incident = await authorizeCurating(tx, input.key);
  const { format, label, letter } = source;
  const whole = { id: tx.newId(), incidentId: incident.id, zone: input.zone ?? null, contentHash: source.contentHash };
  const { id, ...fields } = whole;
  const owner = { createdById: actorId(tx.actor), createdAt: tx.now() };
  await tx.db.import.create({ data: { ...whole, filename, format, label, ...owner } });
  const firstNumber = await reserveNumbers(tx, incident.id);
  const target = { ...fields, importId: id, format, letter, firstNumber, keepsNumbers: firstNumber === 1 };
  const refused: Reject[] = [];
  const formats = new Set([format]);
  const answers = new Answers(input, await importedInto(tx, incident));
  const splits = new Splits(tx, { ...fields, id, filename, format, label, letter, startedAt: incident.startedAt });
  const partOfFile = fileParts(tx, whole);
  let nextNumber = firstNumber;
  let nextHint = await hintBase(tx, target);
  const pairs = new AnsweredPairs(input.pairs);
  let extra: StoryParts | null = null;
  const { contentHash } = source;
  const before = await splitsBefore(tx, { incidentId: incident.id, contentHash });
  const toPlan = { incidentId: incident.id, pieces, answers, splitsBefore: before };
  const planned = await planParts(tx, toPlan, async ({ plan: all, story, file, goesOn }) => {
    const plan = all.filter(({ goes }) => goes === "here");
    await splits.write(all, file);
    if (story) extra = { story, parts: new Map(), plan: [] };
    if (extra) await createSourceParts(tx, whole, plan, extra);
    const { parts } = extra ?? {};
    const partOf = ({ curated }: NormalizedEvent) => parts?.get(curated?.source.import ?? 0) ?? null;
    const own = file && { importId: await partOfFile(file, plan), format: file.format, letter: file.letter };
    const placed = { ...target, firstNumber: nextNumber, hint: nextHint, partOf, ...own };
    nextNumber += await writePart(tx, plan, placed);
    nextHint += plan.length;
    pairs.see(plan, placed.format);
    formats.add(placed.format);
    extra?.plan.push(...plan);
    if (!extra || goesOn) return;
    const unrestored = await restoreStory(tx, { incidentId: incident.id, importId: id, ...extra });
    extra = null;
    for (const reject of unrestored) refused.push(reject);
  });
  for (const one of formats) await alignClocks(tx, { ...target, format: one });
  await pairs.settle(tx, incident.id);
  const sorted = sortFindings(source, (place) => answers.goesAt(place));
  const found = await recordFindings(tx, { incidentId: incident.id, importId: id }, sorted("here"));
  await rememberMapping(tx, input, source.columns);
  const rejected = planned.rejects.filter(({ at }) => at === null);
  const plain = rejected.map(({ line, reason, text }): Reject => ({ line, reason, text }));
  const rejects = [...plain, ...refused].slice(0, REJECTS_KEPT);
  const counts = { ...planned.counts, rejected: planned.counts.rejected + refused.length };
  await tx.db.import.update({ where: { id }, data: { ...counts, rejects: toJson(rejects) as object } });
  await splits.finish(sorted);
  await settleSpan(tx, incident.id);
  return record(tx, {
    action: "import.created",
    id,
    incidentId: incident.id,
    after: { filename, format, ...counts, found, ...splits.audited() },
    answer: async () => presentImport(await loadImport(tx, incident.id, id)),
  });
}
