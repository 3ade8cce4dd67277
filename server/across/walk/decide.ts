import { invalid } from "#lib/base/errors.ts";
import { type LocalDate, longDay } from "#lib/base/time/local-date.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { RESTRICTED_TITLE } from "#lib/base/vocabulary/incident.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { walkContract } from "#lib/contract/walk.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { notify } from "#server/base/kernel/notify.ts";
import {
  getActionItem,
  loadActionItem,
  transitionActionItem,
  updateActionItem,
  whoCan,
} from "#server/follow/action-item/index.ts";

type Given = InputOf<typeof walkContract.decide>["given"];
type Of<Outcome extends Given["outcome"]> = Extract<Given, { outcome: Outcome }>;

/** What is needed to undo a decision. */
export type Undo =
  | { outcome: "date"; from: LocalDate | null }
  | { outcome: "help"; from: Pick<ActionItem, "blockedReason" | "blockedUntil" | "blockedBy"> }
  | { outcome: "decline"; from: ActionStatus }
  | { outcome: "waive" }
  | { outcome: "ask"; notificationId: string };

interface Decided {
  actionItemId: string | null;
  text: string;
  undo: Undo | null;
}

/** Does what was decided about an action, by the rules of the action. Returns the line of the minutes. */
export async function decideOn(tx: TxCtx, given: Given): Promise<Decided> {
  if (given.key === undefined) return { actionItemId: null, text: given.reason, undo: null };
  const { row } = await loadActionItem(tx, given.key);
  const before = await getActionItem(tx, { key: given.key });
  const decided = await act(tx, before, given);
  return { actionItemId: row.id, ...decided };
}

type Act = Omit<Decided, "actionItemId">;

async function act(tx: TxCtx, before: ActionItem, given: Given): Promise<Act> {
  switch (given.outcome) {
    case "date":
      return moveDate(tx, before, given);
    case "help":
      return wantHelp(tx, before, given);
    case "decline": {
      const { key, version, reason } = given;
      await transitionActionItem(tx, { key, version, to: "declined", declineKind: "wont_do", reason });
      return { text: `declined. ${reason}`, undo: { outcome: "decline", from: before.status } };
    }
    case "waive": {
      const { key, version, until, reason, mitigation } = given;
      await transitionActionItem(tx, { key, version, to: "waived", until, reason, mitigation });
      return { text: `waiver until ${longDay(until)} requested. ${reason} ${mitigation}`, undo: { outcome: "waive" } };
    }
    case "ask":
      return ask(tx, before, given);
    case "note":
      return { text: given.reason, undo: null };
  }
}

async function moveDate(tx: TxCtx, before: ActionItem, { key, version, date, reason }: Of<"date">): Promise<Act> {
  const isPromised = before.promised && before.dueDate !== null;
  await updateActionItem(tx, { key, version, dueDate: date, ...(isPromised ? { dueReason: reason } : {}) });
  return { text: `new date ${longDay(date)}. ${reason}`, undo: { outcome: "date", from: before.dueDate } };
}

async function wantHelp(tx: TxCtx, before: ActionItem, given: Of<"help">): Promise<Act> {
  const { key, version, until, reason, from } = given;
  const flag = { blockedReason: reason, blockedUntil: until, blockedBy: from };
  const after = await updateActionItem(tx, { key, version, ...flag });
  const { blockedReason, blockedUntil, blockedBy } = before;
  return {
    text: `help wanted from ${after.blockedBy?.name ?? "others"}, by ${longDay(until)}. ${reason}`,
    undo: { outcome: "help", from: { blockedReason, blockedUntil, blockedBy } },
  };
}

/** Asks a person by a message. They must be able to read the action. */
async function ask(tx: TxCtx, before: ActionItem, { key, personId, by, reason }: Of<"ask">): Promise<Act> {
  const { row } = await loadActionItem(tx, key);
  const person = await tx.db.user.findUnique({ where: { id: personId }, select: { name: true } });
  if (!person || (await whoCan(tx, "read", row, [personId])).length === 0)
    throw invalid("personId", "choose someone who can read this action");
  const isRestricted =
    row.incidentId !== null && (await tx.db.incident.count({ where: { id: row.incidentId, restricted: true } })) > 0;
  const notificationId = await notify(tx, {
    ...{ userId: personId, kind: "programme.asked", href: `/actions/${key}`, incidentId: row.incidentId },
    subject: `Asked of you by ${longDay(by)}: ${isRestricted ? RESTRICTED_TITLE : `${key} ${before.title}`}`,
    body: reason,
  });
  return { text: `${person.name} is asked by ${longDay(by)}. ${reason}`, undo: { outcome: "ask", notificationId } };
}
