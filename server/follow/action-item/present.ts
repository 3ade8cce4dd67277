import { type Actor, actorId } from "#lib/base/access/actor.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { changeKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { statedFactors } from "#server/reviews/review/index.ts";
import { type LoadedAction, loadActionItem } from "./load.ts";
import { presentActionRow } from "./present-row.ts";
import type { ActionRecord } from "./select.ts";

type Entry = ActionItem["history"][number];

/** Returns waivers, status steps and due-date moves in one list, oldest first. */
function historyOf(row: ActionRecord, nameOf: NameOf): Entry[] {
  const steps = row.transitions.map(({ at, byId, fromStatus, toStatus, reason, evidence }): Entry => {
    return { kind: "status", at: at.toISOString(), by: nameOf(byId), from: fromStatus, to: toStatus, reason, evidence };
  });
  const moves = row.dueHistory.map(({ movedAt, movedById, fromDate, toDate, reason }): Entry => {
    const by = nameOf(movedById);
    const [from, to] = [toLocalDate(fromDate), toLocalDate(toDate)];
    return { kind: "due", at: movedAt.toISOString(), by, from, to, reason, evidence: null };
  });
  const waivers = row.waivers.flatMap((waiver) => waiverHistory(waiver, nameOf));
  return [...waivers, ...steps, ...moves].sort((one, other) => one.at.localeCompare(other.at));
}

type WaiverRow = ActionRecord["waivers"][number];
type NameOf = (id: string | null) => string | null;

/** Returns when a waiver was requested, refused or withdrawn. Its approval and its end are status steps. */
function waiverHistory(waiver: WaiverRow, nameOf: NameOf): Entry[] {
  const until = toLocalDate(waiver.until);
  const entry = (to: string, at: Date, byId: string | null, reason: string | null): Entry => {
    return { kind: "waiver", at: at.toISOString(), by: nameOf(byId), from: until, to, reason, evidence: null };
  };
  const { status, askedAt, answeredAt, endedAt } = waiver;
  return [
    entry("requested", askedAt, waiver.askedById, waiver.reason),
    ...(status === "refused" && answeredAt ? [entry("refused", answeredAt, waiver.answeredById, waiver.answer)] : []),
    ...(status === "ended" && endedAt && waiver.leftStatus === null
      ? [entry("withdrawn", endedAt, waiver.endedById, null)]
      : []),
  ];
}

/** Returns the waiver that is requested or approved, or null. */
function waiverOf(actor: Actor, { waivers }: ActionRecord, nameOf: NameOf): ActionItem["waiver"] {
  const waiver = waivers.find(({ status }) => status === "requested" || status === "approved");
  if (!waiver) return null;
  const { status, reason, mitigation, leftStatus } = waiver;
  return {
    ...{ status, reason, mitigation, leftStatus },
    until: waiver.until.toISOString().slice(0, 10),
    requestedBy: nameOf(waiver.askedById),
    requestedAt: waiver.askedAt.toISOString(),
    mine: waiver.askedById !== null && waiver.askedById === actorId(actor),
    answeredBy: nameOf(waiver.answeredById),
    answeredAt: toInstantOrNull(waiver.answeredAt),
  };
}

export async function presentActionItem(ctx: Ctx, { row, refs }: LoadedAction): Promise<ActionItem> {
  const ids = [
    ...row.transitions.map((step) => step.byId),
    ...row.dueHistory.map((move) => move.movedById),
    ...row.waivers.flatMap((waiver) => [waiver.askedById, waiver.answeredById, waiver.endedById]),
  ];
  const people = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(ids.flatMap((id) => id ?? []))] } },
    select: { id: true, name: true },
  });
  const factors = await statedFactors(
    ctx,
    row.factors.map(({ factor }) => factor),
  );
  const names = new Map(people.map((person) => [person.id, person.name]));
  const nameOf: NameOf = (id) => (id === null ? null : (names.get(id) ?? null));
  return {
    ...presentActionRow(ctx, row, refs),
    description: row.description,
    doneWhen: row.doneWhen,
    trackerUrl: row.trackerUrl,
    evidence: row.evidence,
    implementedBy: row.implementer,
    implementedAt: toInstantOrNull(row.implementedAt),
    verifiedBy: row.verifier,
    verifiedAt: toInstantOrNull(row.verifiedAt),
    declineKind: row.declineKind,
    declineReason: row.declineReason,
    declineLink: row.declineLink,
    waivedReason: row.waivedReason,
    waiver: waiverOf(ctx.actor, row, nameOf),
    factors: factors.map(({ id, number, statement, review }) => {
      return { id, number, statement, reviewKey: reviewKeyOf(review.number) };
    }),
    changes: row.changes.map(({ change }) => ({ key: changeKeyOf(change.number), title: change.title })),
    history: historyOf(row, nameOf),
  };
}

export const getActionItem = async (ctx: Ctx, input: { key: string }): Promise<ActionItem> =>
  presentActionItem(ctx, await loadActionItem(ctx, input.key));
