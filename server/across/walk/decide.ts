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
  | { outcome: "help"; from: Flag; to: Flag; notificationId: string | null }
  | { outcome: "decline"; from: ActionStatus; flag: Flag; waiverId: string | null }
  | { outcome: "waive"; waiverId: string | null }
  | { outcome: "ask"; notificationId: string };

/** That an action is blocked, until when and by whom. */
export type Flag = Pick<ActionItem, "blockedReason" | "blockedUntil"> & { blockedBy: Blocker | null };
type Blocker = Pick<NonNullable<ActionItem["blockedBy"]>, "kind" | "id">;

export const flagOf = ({ blockedReason, blockedUntil, blockedBy }: ActionItem): Flag => ({
  ...{ blockedReason, blockedUntil },
  blockedBy: blockedBy && { kind: blockedBy.kind, id: blockedBy.id },
});

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
      const asked = await waiverRequestOf(tx, key);
      await transitionActionItem(tx, { key, version, to: "declined", declineKind: "wont_do", reason });
      const from = { from: before.status, flag: flagOf(before), waiverId: asked };
      return { text: `declined. ${reason}`, undo: { outcome: "decline", ...from } };
    }
    case "waive": {
      const { key, version, until, reason, mitigation } = given;
      await transitionActionItem(tx, { key, version, to: "waived", until, reason, mitigation });
      const undo = { outcome: "waive" as const, waiverId: await waiverRequestOf(tx, key) };
      return { text: `waiver until ${longDay(until)} requested. ${reason} ${mitigation}`, undo };
    }
    case "ask":
      return ask(tx, before, given);
    case "note":
      return { text: given.reason, undo: null };
  }
}

/** Returns the id of the waiver that is requested for an action. */
export async function waiverRequestOf(tx: TxCtx, key: string): Promise<string | null> {
  const { row } = await loadActionItem(tx, key);
  return row.waivers.find(({ status }) => status === "requested")?.id ?? null;
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
  const { row } = await loadActionItem(tx, key);
  const isTold = from.kind === "person" && (await whoCan(tx, "read", row, [from.id])).length > 0;
  const subject = `Help wanted by ${longDay(until)}`;
  const notificationId = isTold ? await message(tx, before, { personId: from.id, subject, reason }) : null;
  return {
    text: `help wanted from ${after.blockedBy?.name ?? "others"}, by ${longDay(until)}. ${reason}`,
    undo: { outcome: "help", from: flagOf(before), to: flagOf(after), notificationId },
  };
}

/** Asks a person by a message. They must be able to read the action. */
async function ask(tx: TxCtx, before: ActionItem, { key, personId, by, reason }: Of<"ask">): Promise<Act> {
  const { row } = await loadActionItem(tx, key);
  const person = await tx.db.user.findUnique({ where: { id: personId }, select: { name: true } });
  if (!person || (await whoCan(tx, "read", row, [personId])).length === 0)
    throw invalid("personId", "Choose someone who can read this action");
  const subject = `Asked of you by ${longDay(by)}`;
  const notificationId = await message(tx, before, { personId, subject, reason });
  return { text: `${person.name} is asked by ${longDay(by)}. ${reason}`, undo: { outcome: "ask", notificationId } };
}

/** Sends a message about an action, without its name if it's of a restricted incident. Returns its id. */
async function message(
  tx: TxCtx,
  { key, title }: ActionItem,
  { personId, subject, reason }: { personId: string; subject: string; reason: string },
): Promise<string> {
  const { incidentId } = (await loadActionItem(tx, key)).row;
  const isRestricted =
    incidentId !== null && (await tx.db.incident.count({ where: { id: incidentId, restricted: true } })) > 0;
  return notify(tx, {
    ...{ userId: personId, kind: "programme.asked", href: `/actions/${key}`, incidentId },
    subject: `${subject}: ${isRestricted ? RESTRICTED_TITLE : `${key} ${title}`}`,
    body: reason,
  });
}
