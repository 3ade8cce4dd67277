import { setTimeout as sleep } from "node:timers/promises";
import type { AuditAction } from "#lib/across/audit/action-words.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { AppError, invalid } from "#lib/base/errors.ts";
import type { actionIssueContract, LinkedIssue } from "#lib/contract/tracker.ts";
import { type Agreed, COMPARED_FIELDS } from "#lib/follow/tracker/agree.ts";
import { valuesThere } from "#lib/follow/tracker/mapping.ts";
import type { NewIssue, RemoteIssue } from "#lib/follow/tracker/remote-issue.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { config, ownOrigin } from "#server/base/process/config.ts";
import { type LoadedAction, loadActionItem } from "#server/follow/action-item/index.ts";
import { beginCreation, endCreation, keepCreation, refuseLost } from "./creation.ts";
import {
  asking,
  authorizeIssues,
  isStateNew,
  refuseRestricted,
  refuseTaken,
  refuseTwice,
  shownLink,
  trackerFor,
} from "./links.ts";
import {
  connectorFor,
  jsonColumn,
  knownPeople,
  mappingOf,
  readLinkable,
  seenColumns,
  type TrackerRecord,
  targetOf,
  valuesHere,
} from "./load.ts";
import { kickSync } from "./manage.ts";
import { keepPeople } from "./people.ts";
import { takeValue } from "./take.ts";

interface Linking {
  tracker: TrackerRecord;
  target: string;
  issue: RemoteIssue;
  action: Extract<AuditAction, "action_item.issue_linked" | "action_item.issue_created">;
}

/** Fields that the action writes into its issue from the start. */
const FROM_HERE = ["blocked", "priority"];

/**
 * Stores a link. Both sides keep what they have: title, state and owner go over once one of them changes. A new issue,
 * and a due date that the person chose, start as here. An issue that was closed before counts as closed now.
 */
async function keepLink(tx: TxCtx, loaded: LoadedAction, linking: Linking, isDateHere: boolean) {
  const { tracker, target, issue, action } = linking;
  const { row } = loaded;
  await refuseTaken(tx, tracker, target, issue.id);
  const [here, there] = [valuesHere(row), valuesThere(issue, mappingOf(tracker))];
  const isNew = action === "action_item.issue_created";
  const agreed: Agreed = {};
  for (const field of COMPARED_FIELDS) {
    const isWritten = isNew || FROM_HERE.includes(field) || (field === "dueDate" && isDateHere);
    agreed[field] = isWritten ? { there: there[field] } : { here: here[field], there: there[field] };
  }
  if (isStateNew(tracker, loaded, issue)) agreed.status = { here: here.status, there: "open" };
  const id = tx.newId();
  const created = tx.db.linkedIssue.create({
    data: {
      ...{ id, trackerId: tracker.id, actionItemId: row.id, target, remoteId: issue.id },
      ...{ ...seenColumns(issue, tx.now()), agreed: jsonColumn(agreed), seenVersion: row.version, lookAt: tx.now() },
      closedAt: issue.state === "completed" || issue.state === "not_planned" ? new Date(issue.updatedAt) : null,
      ...{ createdById: actorId(tx.actor), createdAt: tx.now() },
    },
  });
  await created.catch(refuseTwice);
  if (issue.assignee) await keepPeople(tx, tracker.id, [issue.assignee]);
  const key = actionKeyOf(row.number);
  return record(tx, {
    ...{ action, id: row.id, incidentId: row.incidentId, after: { issue: issue.ref } },
    answer: () => shownLink(tx, key, id),
  });
}

/** Links an issue that is there already. With the date there, the action's date moves, by its own rules. */
export async function linkIssue(ctx: Ctx, input: InputOf<typeof actionIssueContract.link>): Promise<LinkedIssue> {
  const { key, trackerId, remoteId, dueDate, reason } = input;
  const loaded = await authorizeIssues(ctx, key);
  await refuseRestricted(ctx, loaded);
  const tracker = await trackerFor(ctx, loaded, trackerId);
  const at = remoteId.lastIndexOf("#");
  const [target, issueId] = [remoteId.slice(0, Math.max(0, at)), remoteId.slice(at + 1)];
  const issue = await asking(() => readLinkable(tracker, target, issueId));
  if (!issue) throw invalid("remoteId", "This issue no longer exists. Find it again");
  const answer = await transact(ctx, async (tx) => {
    const before = await authorizeIssues(tx, key);
    await refuseRestricted(tx, before);
    const { version, number } = before.row;
    if (dueDate === "there" && issue.due !== valuesHere(before.row).dueDate)
      await takeValue(tx, { field: "dueDate", value: issue.due, issue, number, version, assigneeId: null, reason });
    const linking = { tracker, target, issue, action: "action_item.issue_linked" } as const;
    return keepLink(tx, await loadActionItem(tx, key), linking, dueDate === "here");
  });
  kickSync();
  return answer;
}

/** Creates an issue from an action, and links it. */
export async function createIssue(ctx: Ctx, input: InputOf<typeof actionIssueContract.create>): Promise<LinkedIssue> {
  const { key, trackerId, target } = input;
  const loaded = await authorizeIssues(ctx, key);
  await refuseRestricted(ctx, loaded);
  const tracker = await trackerFor(ctx, loaded, trackerId);
  if (!tracker.targets.includes(target)) throw invalid("target", `Choose one of ${tracker.targets.join(", ")}`);
  const made = await newIssueOf(ctx, loaded, tracker);
  const creation = await beginCreation(ctx, key, tracker, target);
  let isSent = false;
  try {
    await asking(() => refuseLost(ctx, key, creation, made.title));
    isSent = true;
    const issue = await connectorFor(tracker).create(targetOf(tracker, target), made);
    const keep = () =>
      transact(ctx, async (tx) => {
        const linking = { tracker, target, issue, action: "action_item.issue_created" } as const;
        const now = await authorizeIssues(tx, key);
        await keepCreation(tx, creation, now, issue.ref);
        return keepLink(tx, now, linking, true);
      });
    return await again(keep);
  } catch (error) {
    await endCreation(ctx, key, creation, isSent ? error : null).catch((failed: unknown) =>
      ctx.log.error({ err: failed, key }, "the end of creating an issue could not be stored"),
    );
    return await asking(() => Promise.reject(error));
  } finally {
    kickSync();
  }
}

/** Runs a write again that failed, but not one that a rule rejected: the issue is there already. */
async function again<Answer>(write: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt++)
    try {
      return await write();
    } catch (error) {
      if (error instanceof AppError) throw error;
      await sleep(WAIT_MS * attempt);
    }
  return write();
}

const MOST_ATTEMPTS = 3;
const WAIT_MS = 200;

/** Returns the issue that is made of an action, with what is kept equal. Its text says where it comes from. */
async function newIssueOf(ctx: Ctx, { row }: LoadedAction, tracker: TrackerRecord): Promise<NewIssue> {
  const mapping = mappingOf(tracker);
  const { fields } = mapping;
  const here = valuesHere(row);
  const people = await knownPeople(ctx, tracker.id);
  const { href } = new URL(`/actions/${actionKeyOf(row.number)}`, ownOrigin(config()));
  const doneWhen =
    fields.includes("doneWhen") && row.doneWhen.trim() !== "" ? `## Done when\n\n${row.doneWhen.trim()}` : "";
  return {
    title: row.title,
    body: [row.description.trim(), doneWhen, `From [${actionKeyOf(row.number)}](${href}) in Afterword.`]
      .filter((part) => part !== "")
      .join("\n\n"),
    labels:
      fields.includes("priority") && mapping.priorityLabel !== null ? [`${mapping.priorityLabel}${here.priority}`] : [],
    assignee: fields.includes("owner") ? (people.here.get(here.owner ?? "") ?? null) : null,
    due: fields.includes("dueDate") ? here.dueDate : null,
  };
}
