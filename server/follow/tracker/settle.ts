import { invalid, notFound, refuse } from "#lib/base/errors.ts";
import { SYNCED_FIELD_WORDS } from "#lib/base/vocabulary/issue-tracker.ts";
import type { actionIssueContract, LinkedIssue } from "#lib/contract/tracker.ts";
import { type ComparedField, type Held, syncedFieldOf } from "#lib/follow/tracker/agree.ts";
import { translationOf } from "#lib/follow/tracker/mapping.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { type LoadedAction, loadActionItem } from "#server/follow/action-item/index.ts";
import { authorizeIssues, loadLink, shownLink } from "./links.ts";
import { agreedOf, heldOf, jsonColumn, knownPeople, loadTracker, mappingOf } from "./load.ts";
import { kickSync } from "./manage.ts";
import type { LinkRecord } from "./present.ts";
import { takeValue } from "./take.ts";

/**
 * Settles a field that waits: the value here is written there, or the one there is taken, as if the person had entered
 * it here. Throws `conflict` for a stale version of the link, and `rule` if a rule of actions rejects it.
 */
export async function settleIssue(
  ctx: Ctx,
  { key, issueId, version, field, keep, reason }: InputOf<typeof actionIssueContract.settle>,
): Promise<LinkedIssue> {
  const answer = await transact(ctx, async (tx) => {
    const loaded = await authorizeIssues(tx, key);
    const link = await loadLink(tx, key, issueId);
    if (link.unlinkedAt !== null) throw notFound();
    await guardVersion({ count: link.version === version ? 1 : 0 }, () => shownLink(tx, key, issueId));
    const found = heldFor(link, field);
    if (!found) throw invalid("field", `Nothing of ${SYNCED_FIELD_WORDS[field]} waits`);
    const [compared, held] = found;
    const agreed = agreedOf(link);
    if (keep === "there") {
      const value = await take(tx, { loaded, link, field: compared, held, reason });
      agreed[compared] = { here: value, there: held.there };
    } else agreed[compared] = { there: held.there };
    const { [compared]: _, ...others } = heldOf(link);
    const changed = await tx.db.linkedIssue.updateMany({
      where: { id: issueId, version },
      data: {
        ...{ agreed: jsonColumn(agreed), held: jsonColumn(others), lookAt: tx.now(), version: { increment: 1 } },
        // A pass that is under way must not store what it compared before.
        ...{ claimedUntil: null, nextTryAt: null },
      },
    });
    await guardVersion(changed, () => shownLink(tx, key, issueId));
    return record(tx, {
      ...{ action: "action_item.issue_settled", id: loaded.row.id, incidentId: loaded.row.incidentId },
      before: { issue: link.ref, field, here: held.here, there: held.there },
      after: { issue: link.ref, field, keep },
      answer: () => shownLink(tx, key, issueId),
    });
  });
  kickSync();
  return answer;
}

function heldFor(link: LinkRecord, field: string): [ComparedField, Held] | undefined {
  const all = Object.entries(heldOf(link)) as [ComparedField, Held][];
  return all.find(([compared]) => syncedFieldOf(compared) === field);
}

interface Settling {
  loaded: LoadedAction;
  link: LinkRecord;
  field: ComparedField;
  held: Held;
  reason: string | undefined;
}

/** Takes the value there as the person who settles it, and returns what the action has then. */
async function take(tx: TxCtx, { loaded, link, field, held, reason }: Settling): Promise<string | null> {
  const people = await knownPeople(tx, link.trackerId);
  const tracker = await loadTracker(tx, link.trackerId);
  const value = translationOf(people, mappingOf(tracker)).toHere(field, held.there);
  if (value === undefined)
    throw refuse(
      "not_known_here",
      "Afterword has no counterpart of this value. Keep Afterword's value, or change it there.",
    );
  const { row } = await loadActionItem(tx, `ACT-${loaded.row.number}`);
  const { ref, url, title, changedAt } = link;
  const issue = {
    ...{ id: link.remoteId, ref, url, title, labels: [], assignee: null, state: "open" as const },
    ...{ due: toLocalDate(link.dueDate), updatedAt: changedAt.toISOString() },
  };
  const at = { number: row.number, version: row.version };
  const assigneeId = people.there.get(link.assigneeId ?? "") ?? null;
  const after = await takeValue(tx, { field, value, issue, ...at, assigneeId, reason });
  return field === "title" ? after.title : value;
}
