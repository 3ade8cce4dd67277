import { actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { invalid, notFound, refuse } from "#lib/base/errors.ts";
import type { ActionEvidenceKind } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem, actionItemContract } from "#lib/contract/action-item.ts";
import { webUrl } from "#lib/contract/base.ts";
import { refusesEffect } from "#lib/follow/action-item/effect.ts";
import { evidenceKindOf, keepsAnswered, keepsEvidence, pointsOf, wrongPart } from "#lib/follow/action-item/evidence.ts";
import { fileNameOf } from "#lib/incidents/evidence/file-name.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import {
  type Download,
  keepFile,
  type PreparedFile,
  prepareUpload,
  readTitle,
} from "#server/incidents/evidence/index.ts";
import { actionItemFacts, incidentFactsOf } from "./facts.ts";
import { type LoadedAction, loadActionItem } from "./load.ts";
import { evidenceText, lastEffectAnswer, presentActionItem } from "./present.ts";
import type { ActionRecord, RuledAction } from "./select.ts";
import { bumpVersion } from "./write-step.ts";

interface NewEvidence {
  kind: ActionEvidenceKind;
  method: string | null;
  url?: string;
  title?: string | null;
  text?: string;
  eventId?: string;
  filename?: string;
  file?: PreparedFile;
  point?: string;
  effectAnswerId?: string;
}

type GivenFile = Pick<InputOf<typeof actionItemContract.addEvidence>, "file" | "content" | "filename">;

/** Returns the name of the file that is evidence, or null if there is none. Throws `invalid` for two. */
export function nameOfFile({ file, content, filename }: GivenFile): string | null {
  if (file !== undefined && content !== undefined) throw invalid("file", "Send either content or a file");
  return file === undefined && content === undefined ? null : fileNameOf(filename ?? file?.name ?? "");
}

/** Checks a file and returns it as stored, before any row is locked. */
async function fileIn(ctx: Ctx, given: GivenFile): Promise<Pick<NewEvidence, "filename" | "file">> {
  const filename = nameOfFile(given);
  return filename === null ? {} : { filename, file: await prepareUpload(ctx, given) };
}

/**
 * Returns the pieces of evidence that came with a step: a text, a file or both. The title of a link is read before any
 * row is locked.
 */
export async function evidenceIn(
  ctx: Ctx,
  given: GivenFile & { evidence?: string | undefined; method?: string | undefined },
): Promise<NewEvidence[]> {
  const { evidence: text, method = null } = given;
  const file = await fileIn(ctx, given);
  const files: NewEvidence[] = file.file ? [{ kind: "file", method, ...file }] : [];
  if (!text) return files;
  const kind = webUrl.safeParse(text).success ? evidenceKindOf(text) : "text";
  if (kind === "text") return [{ kind, text, method }, ...files];
  return [{ kind, url: text, title: await readTitle(text), method }, ...files];
}

/** Stores a piece of evidence, and returns its id. One that came with a step has its instant. */
export async function keepEvidence(
  tx: TxCtx,
  actionItemId: string,
  { file, ...evidence }: NewEvidence,
  addedAt: Date,
): Promise<string> {
  const id = tx.newId();
  const fileHash = file ? await keepFile(tx, file) : null;
  await tx.db.actionEvidence.create({
    data: { ...evidence, id, fileHash, actionItemId, addedById: actorId(tx.actor), addedAt },
  });
  return id;
}

/** Returns the evidence of several actions as text, by the ids of the actions. */
export async function evidenceTexts(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const pieces = await ctx.db.actionEvidence.findMany({
    where: { actionItemId: { in: [...ids] }, removedAt: null, effectAnswerId: null },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
    select: { actionItemId: true, url: true, text: true, filename: true, removedAt: true },
  });
  const byAction = Map.groupBy(pieces, ({ actionItemId }) => actionItemId);
  return new Map([...byAction].map(([id, evidence]) => [id, evidenceText({ evidence }) ?? ""]));
}

/** Removes the evidence that came with the last steps of someone who undoes those steps. Other evidence stays. */
export async function undoEvidence(tx: TxCtx, rows: readonly RuledAction[]): Promise<void> {
  const me = actorId(tx.actor);
  const ids = rows.flatMap(({ id, implementedById }) => (me !== null && implementedById === me ? id : []));
  if (ids.length === 0) return;
  const last = await tx.db.actionItemTransition.groupBy({
    by: ["actionItemId"],
    where: { actionItemId: { in: ids }, toStatus: "implemented" },
    _max: { at: true },
  });
  const came = last.flatMap(({ actionItemId, _max }) => (_max.at ? { actionItemId, addedAt: _max.at } : []));
  await tx.db.actionEvidence.updateMany({
    where: { removedAt: null, effectAnswerId: null, OR: came },
    data: removal(tx, true),
  });
}

/** People who work on an action can change its evidence, and so can people who verify it. */
function authorizeEvidence(ctx: Ctx, { row, refs }: LoadedAction): void {
  const facts = actionItemFacts(ctx.actor, row, refs);
  authorize(ctx, "actionItem", can(ctx.actor, "actionItem", "verify", facts) ? "verify" : "work", facts);
}

/** Before a file is read: someone who can't work on the action, verify it or answer its waiver takes no step either. */
export async function authorizeUpload(ctx: Ctx, key: string): Promise<void> {
  const { row, refs } = await loadActionItem(ctx, key);
  const facts = actionItemFacts(ctx.actor, row, refs);
  const abilities = ["work", "verify", "approve"] as const;
  authorize(ctx, "actionItem", abilities.find((one) => can(ctx.actor, "actionItem", one, facts)) ?? "work", facts);
}

/**
 * Adds a piece of evidence. The title of a link is read before any row is locked; one that can't be read leaves the
 * address.
 */
export async function addEvidenceTo(
  ctx: Ctx,
  input: InputOf<typeof actionItemContract.addEvidence>,
): Promise<ActionItem> {
  const { key, version, kind, url, text, eventId, method } = input;
  authorizeEvidence(ctx, await loadActionItem(ctx, key));
  const wrong = wrongPart({ kind, url, text, eventId, file: nameOfFile(input) ?? undefined });
  if (wrong) throw invalid(wrong.field, wrong.message);
  const file = await fileIn(ctx, input);
  const title = url === undefined ? null : await readTitle(url);
  return transact(ctx, async (tx) => {
    const loaded = await loadActionItem(tx, key);
    authorizeEvidence(tx, loaded);
    await bumpVersion(tx, loaded.row, version);
    const answer = input.ofEffect ? { effectAnswerId: lastAnswer(tx, loaded).id } : {};
    if (eventId) await checkEvent(tx, loaded, eventId);
    const point = pointAt(loaded.row, input.point);
    const evidence = { ...given({ url, text, eventId, point }), ...file, ...answer, kind, title, method };
    const evidenceId = await keepEvidence(tx, loaded.row.id, evidence, tx.now());
    return recorded(tx, loaded.row, { verb: "added", after: { evidenceId, kind, method } });
  });
}

type EffectAnswer = ActionRecord["effectAnswers"][number];

/** Returns the last answer to whether an action worked. Throws `rule` if there is none, or if the actor can't answer. */
function lastAnswer(ctx: Ctx, loaded: LoadedAction): EffectAnswer {
  const last = lastEffectAnswer(loaded.row);
  if (!last) throw refuse("effect_not_answered", "No one has answered yet whether it worked. Answer that first.");
  checkAnswer(ctx, loaded, last);
  return last;
}

/** Throws unless the actor can change what shows an answer. An earlier answer stays as it was. */
function checkAnswer(ctx: Ctx, { row, refs }: LoadedAction, answer: EffectAnswer): void {
  authorize(ctx, "actionItem", "verify", actionItemFacts(ctx.actor, row, refs));
  const refused = refusesEffect(row, actorId(ctx.actor));
  if (refused) throw refuse(refused.rule, refused.message);
  if (answer.id !== lastEffectAnswer(row)?.id)
    throw refuse("effect_answered_again", "There is a later answer. The evidence of an earlier one stays as it was.");
}

/** Returns the words of a point. Throws `invalid` if there is none at that place. */
export function pointAt({ doneWhen }: Pick<ActionRecord, "doneWhen">, place: number | undefined): string | undefined {
  if (place === undefined) return undefined;
  const point = pointsOf(doneWhen)[place - 1];
  if (point === undefined) throw invalid("point", "This action has no such point. Count its points from 1.");
  return point;
}

/** Throws `invalid` unless the actor can read the event in the timeline of the action's incident. */
async function checkEvent(tx: TxCtx, { row, refs }: LoadedAction, eventId: string): Promise<void> {
  const facts = incidentFactsOf(tx.actor, row, refs);
  const where = { id: eventId, incidentId: row.incidentId ?? { in: [] }, removedAt: null };
  if (!facts || !can(tx.actor, "incident", "read", facts) || (await tx.db.timelineEvent.count({ where })) === 0)
    throw invalid("eventId", "This event isn't in the timeline of the action's incident. Choose another.");
}

/**
 * Removes or restores a piece of evidence, or changes how it was checked or its point. Throws `rule` if the status needs
 * it as it is.
 */
export async function changeEvidenceOf(
  ctx: Ctx,
  input: InputOf<typeof actionItemContract.changeEvidence>,
): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { key, version, evidenceId, removed, method } = input;
    const loaded = await loadActionItem(tx, key);
    authorizeEvidence(tx, loaded);
    await bumpVersion(tx, loaded.row, version);
    const { status } = loaded.row;
    const answer = loaded.row.effectAnswers.find((one) => one.evidence.some(({ id }) => id === evidenceId));
    if (answer) checkAnswer(tx, loaded, answer);
    const { evidence } = answer ?? loaded.row;
    const before = evidence.find(({ id }) => id === evidenceId);
    if (!before) throw notFound();
    const others = evidence.filter(({ id, removedAt }) => id !== evidenceId && removedAt === null).length;
    const point = input.point === null ? null : pointAt(loaded.row, input.point);
    const isOther = <Value>(now: Value | undefined, was: Value) => now !== undefined && now !== was;
    const isRetold = status === "verified" && (isOther(method, before.method) || isOther(point, before.point));
    const kept = answer
      ? keepsAnswered({ others: removed ? others : 1 })
      : removed || isRetold
        ? keepsEvidence({ status, others })
        : null;
    if (kept) throw refuse(kept.rule, kept.message);
    await tx.db.actionEvidence.update({
      where: { id: evidenceId },
      data: { ...given({ method, point }), ...removal(tx, removed) },
    });
    const after = { evidenceId, kind: before.kind, method: method === undefined ? before.method : method };
    const [was, is] = point === undefined ? [{}, {}] : [{ point: before.point }, { point }];
    return removed === undefined
      ? recorded(tx, loaded.row, {
          verb: "changed",
          before: { method: before.method, ...was },
          after: { ...after, ...is },
        })
      : recorded(tx, loaded.row, { verb: removed ? "removed" : "restored", after });
  });
}

function removal(tx: TxCtx, removed: boolean | undefined) {
  if (removed === undefined) return {};
  return removed ? { removedAt: tx.now(), removedById: actorId(tx.actor) } : { removedAt: null, removedById: null };
}

interface EvidenceChange {
  verb: "added" | "changed" | "removed" | "restored";
  before?: object;
  after: object;
}

async function recorded(tx: TxCtx, row: ActionRecord, { verb, ...change }: EvidenceChange) {
  const loaded = await loadActionItem(tx, actionKeyOf(row.number));
  return record(tx, {
    action: `action_item.evidence_${verb}`,
    id: row.id,
    incidentId: row.incidentId,
    ...change,
    answer: () => presentActionItem(tx, loaded),
  });
}

/**
 * Returns the bytes of a file that is evidence of an action. Throws `not_found` if the action isn't visible, and for a
 * removed file.
 */
export async function downloadActionFile(ctx: Ctx, input: { key: string; id: string }): Promise<Download> {
  const { row } = await loadActionItem(ctx, input.key);
  const piece = await ctx.db.actionEvidence.findFirst({
    where: { id: input.id, actionItemId: row.id, removedAt: null },
    select: { filename: true, file: true },
  });
  if (!piece?.file) throw notFound();
  const { hash, bytes, mediaType } = piece.file;
  return { hash, bytes, mediaType, filename: piece.filename ?? "file" };
}
