import { invalid, refuse } from "#lib/base/errors.ts";
import type { StrategicChange, strategicChangeContract } from "#lib/contract/strategic-change.ts";
import { mayCheckEffect } from "#lib/follow/strategic-change/transition.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { fromLocalDate } from "#server/base/kernel/dates.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkPerson, checkTeams } from "./checks.ts";
import { daysFor } from "./days-for.ts";
import { getStrategicChange, loadStrategicChange } from "./load.ts";
import { estimateOf, measureOf } from "./present.ts";
import { checkReason, movesQuarter, tellMoved } from "./quarter.ts";
import { replaceLinks, replaceTeams } from "./replace-links.ts";
import type { ChangeRecord } from "./select.ts";
import { tellAssigned } from "./tell.ts";

type Input = InputOf<typeof strategicChangeContract.update>;

/** Changes fields and links. Throws `conflict` with the newer change for a stale version. */
export async function updateStrategicChange(ctx: Ctx, input: Input): Promise<StrategicChange> {
  return transact(ctx, async (tx) => {
    const { key, version, reason, ...asked } = input;
    const { factorIds, actionKeys, otherTeamIds, archived, measure, estimate, ...fields } = asked;
    const before = await loadStrategicChange(tx, key);
    authorize(tx, "strategicChange", "edit", before);
    if (before.version === version) checkStarted(before, fields);
    // A proposal has a plan, and no promise yet.
    const isMoved = before.status !== "proposed" && movesQuarter(before, fields.targetQuarter);
    if (before.version === version && isMoved) checkReason(before, fields.targetQuarter ?? null, reason);
    await checkPerson(tx, "ownerId", fields.ownerId);
    await checkPerson(tx, "sponsorId", fields.sponsorId);
    await checkPerson(tx, "effectById", fields.effectById);
    const ownerOf = fields.ownerId === undefined ? before.ownerId : fields.ownerId;
    const owners = pastOwners(before, ownerOf);
    const owned = { ownerId: ownerOf, pastOwnerIds: owners };
    if (fields.effectById && !mayCheckEffect(owned, fields.effectById))
      throw invalid("effectById", "Someone who didn't own the change checks the effect. Choose someone else.");
    await checkTeams(tx, asked, inWords(before));
    const archivedAt = archived ? (before.archivedAt ?? tx.now()) : null;
    const read = () => getStrategicChange(tx, { key });
    const changed = await tx.db.strategicChange.updateMany({
      where: { id: before.id, version },
      data: {
        ...given(fields),
        pastOwnerIds: owners,
        ...(measure === undefined ? {} : measureColumns(measure)),
        ...estimate,
        ...(archived === undefined ? {} : { archivedAt }),
        ...daysFor(before, fields.targetQuarter),
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, read);
    await replaceLinks(tx, before.id, { factorIds, actionKeys });
    await replaceTeams(tx, before.id, { teamId: fields.teamId, otherTeamIds });
    const ownerId = fields.ownerId ?? null;
    if (ownerId !== before.ownerId) await tellAssigned(tx, { ...before, ownerId });
    if (isMoved) await tellMoved(tx, before, fields.targetQuarter ?? null, reason ?? "");
    return record(tx, {
      action: "strategic_change.updated",
      id: before.id,
      before: fieldsOf(inWords(before), asked),
      after: input,
      answer: read,
    });
  });
}

/** Returns who owned a change before this owner. An owner of a proposal that was never funded doesn't count. */
function pastOwners({ ownerId, pastOwnerIds, status, decisions }: ChangeRecord, next: string | null): string[] {
  const isPlanned = status === "proposed" && decisions.length === 0;
  return ownerId === null || ownerId === next || isPlanned ? pastOwnerIds : [...new Set([...pastOwnerIds, ownerId])];
}

/** Returns the change with the fields that can be changed. */
const inWords = (row: ChangeRecord) => ({
  ...row,
  teamId: row.team?.id ?? null,
  otherTeamIds: row.otherTeams.map(({ team }) => team.id),
  factorIds: row.factors.map(({ factor }) => factor.id),
  actionKeys: row.actions.map(({ actionItem }) => actionKeyOf(actionItem.number)),
  archived: row.archivedAt !== null,
  measure: measureOf(row),
  estimate: estimateOf(row),
});

const measureColumns = (measure: StrategicChange["measure"]) => ({
  measureMetric: measure?.metric ?? null,
  measureUnit: measure?.unit ?? "",
  measureBaseline: measure?.baseline ?? null,
  measureTarget: measure?.target ?? null,
  measureBy: measure ? fromLocalDate(measure.by) : null,
});

// Fields that are required in progress can't be removed afterwards.
function checkStarted(before: ChangeRecord, fields: Pick<Input, "ownerId" | "targetQuarter">): void {
  const isStarted = before.status === "funded" || before.status === "in_progress";
  if (isStarted && fields.ownerId === null)
    throw refuse("owner_needed", "A funded change needs an owner. Choose another owner instead.");
  if (before.status === "in_progress" && fields.targetQuarter === null)
    throw refuse("target_needed", "A change in progress needs a target quarter. Choose another quarter instead.");
}
