import { type Actor, actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { dueBasisOf } from "#lib/follow/action-item/due.ts";
import { refusesEffect } from "#lib/follow/action-item/effect.ts";
import { pointsOf } from "#lib/follow/action-item/evidence.ts";
import { isAskedIfWanted } from "#lib/follow/action-item/still-wanted.ts";
import { isLive } from "#lib/follow/action-item/waiver.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, changeKeyOf, incidentKeyOf, numberOfKey, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { statedFactors } from "#server/reviews/review/index.ts";
import { awaitsPublication } from "./date-ability.ts";
import { actionItemFacts } from "./facts.ts";
import { historyOf, textOf } from "./history.ts";
import { type LoadedAction, loadActionItem } from "./load.ts";
import type { ActionRefs } from "./load-refs.ts";
import { loadPast, type NameOf } from "./past.ts";
import { teamDays, waiverApproversOf } from "./policy.ts";
import { presentActionRow } from "./present-row.ts";
import { waiverOf } from "./present-waiver.ts";
import { relationsOf } from "./relations-of.ts";
import type { ActionRecord } from "./select.ts";
import { actionItemVisibleTo } from "./visible-to.ts";

type TextPiece = Pick<ActionRecord["evidence"][number], "url" | "text" | "filename" | "removedAt">;

/** Returns the evidence of an action as text, a piece a line. Events aren't named: not every reader can see them. */
export function evidenceText({ evidence }: { evidence: readonly TextPiece[] }): string | null {
  const texts = evidence.flatMap((piece) => (piece.removedAt === null ? (textOf(piece) ?? []) : []));
  return texts.length > 0 ? texts.join("\n") : null;
}

/** Returns the path of the bytes of a file that is evidence. */
const hrefOfFile = (key: string, id: string) => `/api/v1/action-items/${key}/evidence/${id}/file`;

/** An event of an incident that the action was moved out of isn't shown: it can have other readers. */
function piecesOf(
  row: ActionRecord,
  evidence: ActionRecord["evidence"],
  incident: ActionItem["incident"],
  nameOf: NameOf,
): ActionItem["evidenceList"] {
  return evidence
    .filter(({ removedAt }) => removedAt === null)
    .map(({ id, kind, title, url, text, event, file, filename, method, point, addedById, addedAt }) => ({
      ...{ id, kind, title, url, text, method, point },
      file: file && { ...file, name: filename ?? "file", href: hrefOfFile(actionKeyOf(row.number), id) },
      event:
        incident && event?.incidentId === row.incidentId
          ? { id: event.id, number: event.number, title: event.title, incidentKey: incident.key }
          : null,
      addedBy: nameOf(addedById),
      addedAt: addedAt.toISOString(),
    }));
}

/** Returns the last answer to whether an action worked, since it was verified. */
export const lastEffectAnswer = ({ effectAnswers, verifiedAt }: Pick<ActionRecord, "effectAnswers" | "verifiedAt">) =>
  effectAnswers.filter(({ at }) => verifiedAt !== null && at >= verifiedAt).at(-1);

/** Returns whether an action worked, and the later incidents that ask so, as far as the actor can read them. */
function effectOf(
  actor: Actor,
  { row, refs }: LoadedAction,
  incident: ActionItem["incident"],
  { nameOf, statementOf }: Around,
): ActionItem["effect"] {
  const last = lastEffectAnswer(row);
  const later = laterIncidents(actor, row, statementOf);
  return {
    dueOn: toLocalDate(row.effectDueOn),
    answer: last
      ? {
          ...{ answer: last.answer, text: last.text, by: nameOf(last.byId), at: last.at.toISOString() },
          mine: last.byId !== null && last.byId === actorId(actor),
          evidence: piecesOf(row, last.evidence, incident, nameOf),
        }
      : null,
    recurrences: later.map(({ number, title, at }) => ({ incidentKey: incidentKeyOf(number), title, at })),
    mayAnswer:
      can(actor, "actionItem", "verify", actionItemFacts(actor, row, refs)) &&
      refusesEffect(row, actorId(actor)) === null,
  };
}

/** Each incident once, with when it asked. */
function laterIncidents(actor: Actor, { recurrences, verifiedAt }: ActionRecord, statementOf: Around["statementOf"]) {
  const rows = recurrences.flatMap(({ at, factor: { id, incident } }) =>
    statementOf(id) !== undefined &&
    verifiedAt !== null &&
    incident.startedAt > verifiedAt &&
    can(actor, "incident", "read", incidentFacts(incident))
      ? { id: incident.id, number: incident.number, title: incident.title, at: at.toISOString() }
      : [],
  );
  return [...new Map(rows.map((one) => [one.id, one])).values()];
}

const isAction = (link: string | null): link is string => link?.startsWith("ACT-") ?? false;

/** Returns a function for the key of what replaces a declined action. Null for an action that the actor can't read. */
async function readableLinks(ctx: Ctx, rows: readonly ActionRecord[]): Promise<(row: ActionRecord) => string | null> {
  const numbers = rows.flatMap(({ declineLink }) => (isAction(declineLink) ? numberOfKey(declineLink) : []));
  const where = { AND: [{ number: { in: numbers } }, actionItemVisibleTo(ctx.actor)] };
  const found = numbers.length > 0 ? await ctx.db.actionItem.findMany({ where, select: { number: true } }) : [];
  const readable = new Set(found.map(({ number }) => number));
  return ({ declineLink }) => (isAction(declineLink) && !readable.has(numberOfKey(declineLink)) ? null : declineLink);
}

/** Returns since when people are asked whether an action is still wanted, or null. */
export const askedIfWantedAt = ({ wantedAskedAt: askedAt, archivedAt, ...row }: AskedRow): Date | null =>
  isAskedIfWanted({ ...row, askedAt, isArchived: archivedAt !== null }) ? askedAt : null;

type AskedRow = Pick<ActionRecord, "priority" | "status" | "archivedAt" | "updatedAt" | "wantedAskedAt">;

/** Records that actions show besides their own rows, as one actor can read them. */
type Around = Awaited<ReturnType<typeof loadAround>>;

async function loadAround(ctx: Ctx, rows: readonly ActionRecord[]) {
  const ids = rows.map(({ id }) => id);
  const linked = rows.flatMap(({ factors, recurrences }) => [...factors, ...recurrences].map(({ factor }) => factor));
  const stated = await statedFactors<Pick<(typeof linked)[number], "id" | "statement" | "review">>(ctx, linked);
  const statements = new Map(stated.map(({ id, statement }) => [id, statement]));
  const past = await loadPast(ctx, rows);
  const waived = rows.flatMap(({ id, waivers }) => (waivers.some(isLive) ? [id] : []));
  const approvers = await waiverApproversOf(ctx, waived);
  return {
    past,
    nameOf: past.nameOf,
    /** The factor's text now. Undefined if the actor can't read the factor. */
    statementOf: (factorId: string) => statements.get(factorId),
    linkOf: await readableLinks(ctx, rows),
    days: await teamDays(ctx, ids),
    /** Who answers its waiver, if it has one. */
    approversOf: (id: string) => approvers.get(id) ?? "tpm_or_manager",
    relationsOf: await relationsOf(ctx, ids),
  };
}

/** Returns actions as their pages show them, in the same order, with as many statements for several as for one. */
export async function presentActionItems(
  ctx: Ctx,
  rows: readonly ActionRecord[],
  refs: ActionRefs,
): Promise<ActionItem[]> {
  const around = await loadAround(ctx, rows);
  return rows.map((row) => presentOne(ctx, { row, refs }, around));
}

function presentOne(ctx: Ctx, { row, refs }: LoadedAction, around: Around): ActionItem {
  const { past, nameOf } = around;
  const shown = presentActionRow(ctx, row, refs);
  return {
    ...shown,
    description: row.description,
    doneWhen: row.doneWhen,
    trackerUrl: row.trackerUrl,
    issues: row.issues,
    effect: row.status === "verified" ? effectOf(ctx.actor, { row, refs }, shown.incident, around) : null,
    dueBasis: dueBasisOf({
      basis: row.dueBasis,
      promised: shown.promised,
      awaitsPublication: awaitsPublication(row, refs),
    }),
    points: pointsOf(row.doneWhen),
    evidence: evidenceText(row),
    evidenceList: piecesOf(row, row.evidence, shown.incident, nameOf),
    implementedBy: row.implementer,
    implementedAt: toInstantOrNull(row.implementedAt),
    askedVerifierAt: toInstantOrNull(row.askedVerifierAt),
    verifiedBy: row.verifier,
    verifiedAt: toInstantOrNull(row.verifiedAt),
    updatedAt: row.updatedAt.toISOString(),
    declineKind: row.declineKind,
    declineReason: row.declineReason,
    declineLink: around.linkOf(row),
    waivedReason: row.waivedReason,
    waiver: waiverOf(ctx.actor, { row, refs }, { nameOf, approvers: around.approversOf(row.id) }),
    teamDay: around.days.get(row.id) ?? todayIn(null, ctx.now()),
    askedIfWantedAt: toInstantOrNull(askedIfWantedAt(row)),
    factors: row.factors.flatMap(({ factor: { id, number, review } }) => {
      const statement = around.statementOf(id);
      return statement === undefined ? [] : { id, number, statement, reviewKey: reviewKeyOf(review.number) };
    }),
    changes: row.changes.map(({ change }) => ({ key: changeKeyOf(change.number), title: change.title })),
    watchers: row.watchers.map(({ user }) => user),
    watching: row.watchers.some(({ user }) => user.id === actorId(ctx.actor)),
    checks: row.checks.map(({ id, text, doneAt }) => ({ id, text, done: doneAt !== null })),
    relations: around.relationsOf(row.id),
    history: historyOf(past, row),
  };
}

/** Returns an action as its page shows it. */
export async function presentActionItem(ctx: Ctx, { row, refs }: LoadedAction): Promise<ActionItem> {
  return presentOne(ctx, { row, refs }, await loadAround(ctx, [row]));
}

export const getActionItem = async (ctx: Ctx, input: { key: string }): Promise<ActionItem> =>
  presentActionItem(ctx, await loadActionItem(ctx, input.key));
