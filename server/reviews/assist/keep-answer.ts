import { randomUUID } from "node:crypto";
import { actorId } from "#lib/base/access/actor.ts";
import { type CheckedFinding, checkFindings, checkSentences } from "#lib/reviews/assist/answer.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toJson } from "#server/base/kernel/json.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { type Recorded, record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { AssistFailure } from "#server/reviews/assist-setting/index.ts";
import {
  type AppendedEdit,
  appendMadeEdit,
  lockEdits,
  PROPOSE_SENTENCES,
  runningCollab,
  workOnTexts,
} from "#server/reviews/document/index.ts";
import { reader, templateOf, updatesOf, writer } from "#server/reviews/review/index.ts";
import { authorizeAssist, type Claimed, draftableSection, type ReviewRecord, type Sent, sha256 } from "./requests.ts";

const NO_LIST =
  "The answer has the wrong format. Ask again. If it happens again, ask an admin to choose another model.";
const NO_SECTION = "The section is no longer in the text.";

/** The result of an answer, for the request and for the audit log. */
interface Kept {
  findings: CheckedFinding[] | null;
  suggestions: string[];
  total: number;
  dropped: number;
}

/**
 * Checks an answer and stores it: findings with the request, sentences as suggestions in the text. The person's
 * access and the restriction of the incident are checked again first, so a review that has become restricted gets
 * nothing.
 */
export async function keepAnswer(person: Ctx, claimed: Claimed, sent: Sent, answer: string): Promise<void> {
  const { documentId } = sent.review;
  const appended = await transact(person, async (tx) => {
    // Restricting the incident waits until the answer is kept. If it came first, the answer is discarded.
    await tx.db.$executeRaw`SELECT FROM incident WHERE id = ${sent.review.incident.id}::uuid FOR SHARE`;
    const { review } = await authorizeAssist(tx, claimed.key);
    const { count } = await tx.db.assistRequest.updateMany({
      where: { id: claimed.id, state: "asking" },
      data: { state: "checking", seenAt: tx.now() },
    });
    if (count === 0) return unrecorded<AppendedEdit | null>("it is cancelled", () => null);
    return claimed.kind === "draft"
      ? keepSentences(tx, claimed, sent, review, answer)
      : keepFindings(tx, claimed, sent, review, answer);
  });
  if (appended) await runningCollab().server?.show(documentId, appended);
}

async function keepFindings(tx: TxCtx, claimed: Claimed, sent: Sent, review: ReviewRecord, answer: string) {
  const checked = checkFindings(answer, sent.material);
  if (!checked) throw new AssistFailure(NO_LIST);
  const events = await eventsLeft(
    tx,
    review,
    checked.kept.flatMap((finding) => finding.events),
  );
  const incidents = await openIncidents(
    tx,
    checked.kept.flatMap((finding) => finding.incidents),
  );
  const findings = checked.kept
    .filter((finding) => finding.incidents.every((key) => incidents.has(key)))
    .map((finding) => ({ ...finding, events: finding.events.filter((id) => events.has(id)) }))
    .filter((finding) => finding.events.length + finding.sections.length + finding.incidents.length > 0);
  const { total } = checked;
  return finish(tx, claimed, review, answer, { findings, suggestions: [], total, dropped: total - findings.length });
}

async function keepSentences(tx: TxCtx, claimed: Claimed, sent: Sent, review: ReviewRecord, answer: string) {
  const checked = checkSentences(answer, sent.material);
  if (!checked) throw new AssistFailure(NO_LIST);
  const section = draftableSection(templateOf(review).sections, claimed.section ?? "").key;
  const left = await eventsLeft(
    tx,
    review,
    checked.kept.flatMap(({ events }) => events),
  );
  const sentences = checked.kept
    .map(({ text, events }) => ({ id: randomUUID(), text, events: events.filter((id) => left.has(id)) }))
    .filter(({ events }) => events.length > 0);
  const suggestions = sentences.map(({ id }) => id);
  const kept = { findings: null, suggestions, total: checked.total, dropped: checked.total - sentences.length };
  if (sentences.length === 0) return finish(tx, claimed, review, answer, kept);
  await lockEdits(writer(tx), review.documentId);
  const { updates } = await updatesOf(tx, review.documentId);
  const made = await workOnTexts(tx, PROPOSE_SENTENCES, { updates, section, sentences });
  if (!made) throw new AssistFailure(NO_SECTION);
  const by = { userId: actorId(tx.actor), words: { generated: true }, suggestions };
  const appended = await appendMadeEdit(reader(tx), review.documentId, made, by);
  const { documentId } = review;
  await tx.db.suggestion.updateMany({ where: { documentId, id: { in: suggestions } }, data: { assisted: true } });
  return finish(tx, claimed, review, answer, kept, appended);
}

async function finish(
  tx: TxCtx,
  { id, kind, section }: Claimed,
  review: ReviewRecord,
  answer: string,
  { findings, suggestions, total, dropped }: Kept,
  appended: AppendedEdit | null = null,
): Promise<Recorded<AppendedEdit | null>> {
  const data = {
    state: "done",
    finishedAt: tx.now(),
    total,
    dropped,
    suggestions,
    findings: toJson(findings),
  } as const;
  await tx.db.assistRequest.update({ where: { id }, data });
  return record(tx, {
    action: "assist.answered",
    id,
    incidentId: review.incident.id,
    reviewId: review.id,
    after: { ...{ kind, section, total, dropped, suggestions }, answerHash: sha256(answer) },
    answer: () => appended,
  });
}

/** Which of these events the timeline of the review still has. */
async function eventsLeft(tx: TxCtx, review: ReviewRecord, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const where = { id: { in: [...ids] }, incidentId: review.incident.id, removedAt: null };
  const rows = await tx.db.timelineEvent.findMany({ where, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

/** Which of these incidents aren't restricted. */
async function openIncidents(tx: TxCtx, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const where = { number: { in: keys.map(numberOfKey) }, restricted: false };
  const rows = await tx.db.incident.findMany({ where, select: { number: true } });
  return new Set(keys.filter((key) => rows.some(({ number }) => number === numberOfKey(key))));
}
