import { createHash } from "node:crypto";
import type { ArchivedFile, ByteSource, NormalizedEvent, Reject } from "#importers/index.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import type { FileStory } from "#lib/contract/timeline-file.ts";
import { audit } from "#server/base/kernel/audit.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toJson } from "#server/base/kernel/json.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { type TxCtx, transact } from "#server/base/kernel/transaction.ts";
import { recordFindings } from "#server/incidents/finding/index.ts";
import { incidentFacts, settleSpan } from "#server/incidents/incident/index.ts";
import { authorizeCurating, findIncident, reserveNumbers } from "#server/incidents/timeline/index.ts";
import { hintBase } from "./hint-base.ts";
import { loadImport } from "./load.ts";
import type { PlannedEvent } from "./plan.ts";
import { planParts } from "./plan-parts.ts";
import { presentImport } from "./present.ts";
import { type ImportInput, type ReadInput, withInput } from "./read-input.ts";
import { rememberMapping } from "./remember-mapping.ts";
import { restoreStory } from "./restore-story.ts";
import { alignClocks, writePart } from "./write-plan.ts";

const PIECE_BYTES = 1024 * 1024;

/** SHA-256 of a source, in hex. */
function hashOfBytes(source: ByteSource): string {
  const hash = createHash("sha256");
  for (let at = 0; at < source.size; at += PIECE_BYTES) hash.update(source.read(at, at + PIECE_BYTES));
  return hash.digest("hex");
}

/** The import that parts belong to: undone and redone with it. */
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

/**
 * The sources that new events of an Afterword file came in there, as parts of its import, so that each keeps its clock and
 * its question of zone. Answers their ids by their numbers in the file.
 */
async function createSourceParts(
  tx: TxCtx,
  whole: WholeImport,
  plan: readonly PlannedEvent[],
  { imports }: FileStory,
): Promise<Map<number, string>> {
  const wanted = new Set(
    plan.flatMap(({ state, event }) => (state === "known" ? [] : (event.curated?.source.import ?? []))),
  );
  const parts = new Map<number, string>();
  for (const { number, ...source } of imports) {
    if (wanted.has(number) && !parts.has(number)) parts.set(number, await createPart(tx, whole, source));
  }
  return parts;
}

/** Answers the part of an import that a file of its zip is, and makes it when that file brings something new. */
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
/** A table of some hundred thousand rows is one transaction. */
const TIMEOUT_MS = 900_000;

/** Imports a source at once: new events are written, known ones left alone, rejects kept with line and reason. */
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
  { filename, bytes, source }: ReadInput,
): Promise<ImportRecord> {
  const incident = await authorizeCurating(tx, input.key);
  const { format, label, letter } = source;
  const whole = { id: tx.newId(), incidentId: incident.id, zone: input.zone ?? null, contentHash: hashOfBytes(bytes) };
  const { id, ...fields } = whole;
  const owner = { createdById: actorId(tx.actor), createdAt: tx.now() };
  await tx.db.import.create({ data: { ...whole, filename, format, label, ...owner } });
  const firstNumber = await reserveNumbers(tx, incident.id);
  const target = { ...fields, importId: id, format, letter, firstNumber, keepsNumbers: firstNumber === 1 };
  const refused: Reject[] = [];
  const formats = new Set([format]);
  const partOfFile = fileParts(tx, whole);
  let nextNumber = firstNumber;
  let nextHint = await hintBase(tx, target);
  const planned = await planParts(tx, source, target, async ({ plan, story, file }) => {
    const parts = story ? await createSourceParts(tx, whole, plan, story) : null;
    const partOf = ({ curated }: NormalizedEvent) => parts?.get(curated?.source.import ?? 0) ?? null;
    const own = file && { importId: await partOfFile(file, plan), format: file.format, letter: file.letter };
    const placed = { ...target, firstNumber: nextNumber, hint: nextHint, partOf, ...own };
    nextNumber += await writePart(tx, plan, placed);
    nextHint += plan.length;
    formats.add(placed.format);
    if (!parts || !story) return;
    const unrestored = await restoreStory(tx, { incidentId: incident.id, importId: id, plan, story, parts });
    for (const reject of unrestored) refused.push(reject);
  });
  for (const one of formats) await alignClocks(tx, { ...target, format: one });
  const found = await recordFindings(tx, { incidentId: incident.id, importId: id }, source);
  await rememberMapping(tx, input, source);
  const rejects = [...planned.rejects, ...refused].slice(0, REJECTS_KEPT);
  const counts = { ...planned.counts, rejected: planned.counts.rejected + refused.length };
  await tx.db.import.update({ where: { id }, data: { ...counts, rejects: toJson(rejects) as object } });
  await audit(tx, {
    action: "import.created",
    noun: "import",
    nounId: id,
    incidentId: incident.id,
    after: { filename, format, ...counts, found },
  });
  await settleSpan(tx, incident.id);
  await emit(tx, "record.changed", { noun: "timeline", id: incident.id, incidentId: incident.id });
  if (found > 0) await emit(tx, "record.changed", { noun: "finding", id: incident.id, incidentId: incident.id });
  return presentImport(await loadImport(tx, incident.id, id));
}
