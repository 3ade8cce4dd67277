import type { UserActor } from "#lib/base/access/actor.ts";
import { AppError } from "#lib/base/errors.ts";
import { onOneLine } from "#lib/base/text/one-line.ts";
import { longDay } from "#lib/base/time/local-date.ts";
import { ACTION_STATUS_WORDS, type ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { ComparedField } from "#lib/follow/tracker/agree.ts";
import type { RemoteIssue } from "#lib/follow/tracker/remote-issue.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { transitionActionItem, updateActionItem } from "#server/follow/action-item/index.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";

interface Taking {
  field: ComparedField;
  /** As it is said here. */
  value: string | null;
  issue: RemoteIssue;
  number: number;
  version: number;
  /** Who the assignee there is here. */
  assigneeId: string | null;
  /** Why the date moves. */
  reason?: string | undefined;
  /** Who moved the date there, if it is known. */
  moverId?: string | null;
}

/**
 * Writes a value of the issue into its action, by the same functions and rules as a person, and returns the action after
 * it. Throws their `AppError`.
 */
export async function takeValue(ctx: Ctx, taking: Taking): Promise<ActionItem> {
  const { field, value, version } = taking;
  const at = { key: actionKeyOf(taking.number), version };
  if (field === "status") return takeStatus(ctx, taking, at);
  if (field === "owner") return updateActionItem(ctx, { ...at, ownerId: value });
  if (field === "dueDate") return takeDate(ctx, taking, at);
  if (field !== "title") throw new Error(`${field} is never copied from a tracker`);
  const title = onOneLine(value ?? "")
    .slice(0, LENGTHS.actionItem.title)
    .trim();
  if (title === "") throw new AppError("rule", { rule: "title_needed", message: "The title there is empty." });
  return updateActionItem(ctx, { ...at, title });
}

/** Moves the date as the person who moved it there, who isn't notified then. */
const takeDate = (ctx: Ctx, { value, reason, moverId = null }: Taking, at: { key: string; version: number }) =>
  writeAs(ctx, moverId, (as) =>
    updateActionItem(as, { ...at, dueDate: value, ...(reason ? { dueReason: reason } : {}) }),
  );

/**
 * Moves the state. The person assigned there did the work, and the sync acts as them. A person who settles it acts by their
 * own rights and isn't its implementer, even if no one is known there.
 */
async function takeStatus(ctx: Ctx, { value, issue, assigneeId }: Taking, at: { key: string; version: number }) {
  const to = value as ActionStatus;
  if (to !== "implemented")
    return transitionActionItem(ctx, { ...at, to, reason: `${STATUS_REASONS[to] ?? "Changed"} at ${issue.ref}` });
  const isSettled = ctx.actor.kind === "user";
  const method = `Closed as completed: ${issue.ref}`;
  const step = { ...at, to, evidence: issue.url, method, implementedById: assigneeId };
  return writeAs(ctx, isSettled ? null : assigneeId, (as, withoutRight) =>
    transitionActionItem(as, {
      ...step,
      ...(withoutRight ? { reason: `Closed at ${issue.ref}, where ${withoutRight.name} is assigned` } : {}),
    }),
  );
}

/** Writes as the person who changed it there. If they have no right to here, the sync writes, and is told who they are. */
async function writeAs(
  ctx: Ctx,
  personId: string | null,
  write: (as: Ctx, withoutRight?: UserActor) => Promise<ActionItem>,
): Promise<ActionItem> {
  const person = personId === null ? null : await personOf(ctx, personId);
  if (!person) return write(ctx);
  try {
    return await write({ ...ctx, actor: person });
  } catch (error) {
    if (!(error instanceof AppError && (error.code === "forbidden" || error.code === "not_found"))) throw error;
  }
  return write(ctx, person);
}

const STATUS_REASONS: Partial<Record<ActionStatus, string>> = { accepted: "Reopened", in_progress: "Started" };

async function personOf({ db }: Ctx, id: string) {
  const row = await db.user.findUnique({ where: { id }, select: ACTOR_SELECT });
  return row && userActor(row, null);
}

const FIELD_WORDS: Record<ComparedField, string> = {
  title: "Title",
  status: "State",
  blocked: "Blocked",
  owner: "Owner",
  dueDate: "Due date",
  priority: "Priority",
};

const STATUS_THERE_WORDS: Record<string, string> = {
  open: "open",
  started: "in progress",
  completed: "closed as completed",
  not_planned: "closed as not planned",
};

/** Returns a value of either side as people read it. */
export function valueWords(field: ComparedField, value: string | null, nameOf: (id: string) => string): string | null {
  if (value === null) return null;
  if (field === "dueDate") return longDay(value);
  if (field === "owner") return nameOf(value);
  if (field === "status") return ACTION_STATUS_WORDS[value as ActionStatus] ?? STATUS_THERE_WORDS[value] ?? value;
  return value;
}

/** Returns a change as a line of the log: "Due date Wed 22 Feb 2017". */
export const changeWords = (field: ComparedField, value: string | null): string =>
  value === null ? `${FIELD_WORDS[field]} removed` : field === "blocked" ? "Blocked" : `${FIELD_WORDS[field]} ${value}`;

export const fieldWords = (field: ComparedField): string => FIELD_WORDS[field];
