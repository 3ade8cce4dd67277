import { setTimeout as sleep } from "node:timers/promises";
import type { AuditAction } from "#lib/across/audit/action-words.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { AppError, invalid } from "#lib/base/errors.ts";
import { onOneLine } from "#lib/base/text/one-line.ts";
import { ACTION_TYPE_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { TrackerVendor } from "#lib/base/vocabulary/issue-tracker.ts";
import type { actionIssueContract, LinkedIssue, trackerContract } from "#lib/contract/tracker.ts";
import { type Agreed, COMPARED_FIELDS } from "#lib/follow/tracker/agree.ts";
import { type Mapping, mappingProblem, valuesThere } from "#lib/follow/tracker/mapping.ts";
import type { NewIssue, RemoteIssue } from "#lib/follow/tracker/remote-issue.ts";
import { fillTemplate } from "#lib/follow/tracker/template.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf, incidentKeyOf } from "#server/base/kernel/keys.ts";
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
  loadTracker,
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
    // The template can add words to a new title, which stay until one side renames it.
    const isNamed = isNew && field === "title";
    agreed[field] = isWritten && !isNamed ? { there: there[field] } : { here: here[field], there: there[field] };
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
  if (!issue) throw invalid("remoteId", "This issue no longer exists. Find it again.");
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

/** Returns the issue that is made of an action by the template, with the fields that are kept in sync. */
async function newIssueOf(ctx: Ctx, loaded: LoadedAction, tracker: TrackerRecord): Promise<NewIssue> {
  const mapping = mappingOf(tracker);
  const { fields } = mapping;
  const here = valuesHere(loaded.row);
  const people = await knownPeople(ctx, tracker.id);
  return {
    ...textOf(loaded, mapping),
    labels:
      fields.includes("priority") && mapping.priorityLabel !== null ? [`${mapping.priorityLabel}${here.priority}`] : [],
    assignee: fields.includes("owner") ? (people.here.get(here.owner ?? "") ?? null) : null,
    due: fields.includes("dueDate") ? here.dueDate : null,
  };
}

/** Returns title and text of a new issue. */
function textOf({ row, refs }: LoadedAction, { template, fields }: Mapping): { title: string; body: string } {
  const key = actionKeyOf(row.number);
  const incident = refs.incidents.get(row.incidentId ?? "");
  const values = {
    ...{ key, title: row.title, description: row.description, type: ACTION_TYPE_WORDS[row.type] },
    doneWhen: fields.includes("doneWhen") ? row.doneWhen : "",
    link: new URL(`/actions/${key}`, ownOrigin(config())).href,
    ...{
      priority: row.priority,
      dueDate: toLocalDate(row.dueDate) ?? "",
      owner: refs.owners.get(row.ownerId ?? "") ?? "",
    },
    ...{ team: refs.teams.get(row.teamId ?? "") ?? "", incident: incident ? incidentKeyOf(incident.number) : "" },
  };
  return { title: onOneLine(fillTemplate(template.title, values)), body: fillTemplate(template.body, values) };
}

/** Returns the issue that another mapping would make of an action, without creating it. */
export async function previewIssue(ctx: Ctx, { id, key, mapping }: InputOf<typeof trackerContract.previewIssue>) {
  authorizeGlobally(ctx, "settings.manage");
  const tracker = await loadTracker(ctx, id);
  const problem = mappingProblem(mapping, tracker.vendor as TrackerVendor);
  if (problem) throw invalid("mapping", problem);
  return textOf(await loadActionItem(ctx, key), mapping);
}
