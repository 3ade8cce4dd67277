import { invalid, notFound } from "#lib/base/errors.ts";
import { asSentence } from "#lib/base/text/sentence.ts";
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
import { presentConditions } from "#server/follow/canonical-factor/index.ts";
import { acceptPromotion, lastAnswerOf, setPromotionAside } from "#server/follow/promotion/index.ts";
import { loadStrategicChange } from "#server/follow/strategic-change/index.ts";

type Given = InputOf<typeof walkContract.decide>["given"];
type Of<Outcome extends Given["outcome"]> = Extract<Given, { outcome: Outcome }>;

/** Facts that undo a decision. */
export type Undo =
  | { outcome: "date"; from: LocalDate | null }
  | { outcome: "help"; from: Flag; to: Flag; notificationId: string | null }
  | { outcome: "decline"; from: ActionStatus }
  | { outcome: "waive"; waiverId: string | null }
  | { outcome: "ask"; notificationId: string }
  | { outcome: "accept"; changeKey: string; version: number }
  | { outcome: "set_aside"; conditionId: string; answerId: string };

/** That an action is blocked, until when and by whom. */
export type Flag = Pick<ActionItem, "blockedReason" | "blockedUntil"> & { blockedBy: Blocker | null };
type Blocker = Pick<NonNullable<ActionItem["blockedBy"]>, "kind" | "id">;

export const flagOf = ({ blockedReason, blockedUntil, blockedBy }: ActionItem): Flag => ({
  ...{ blockedReason, blockedUntil },
  blockedBy: blockedBy && { kind: blockedBy.kind, id: blockedBy.id },
});

interface Act {
  text: string;
  undo: Undo | null;
}

/** A line of the minutes, with what it's about. */
interface Decided extends Act {
  actionItemId?: string;
  changeId?: string;
  canonicalFactorId?: string;
}

/** Does what was decided about an item, by the rules of the item. Returns the line of the minutes. */
export async function decideOn(tx: TxCtx, given: Given): Promise<Decided> {
  if (given.outcome === "accept" || given.outcome === "set_aside")
    return { canonicalFactorId: given.conditionId, ...(await answerProposal(tx, given)) };
  if (given.outcome === "note" && given.conditionId !== undefined) {
    const { conditionId: canonicalFactorId, reason: text } = given;
    if (!(await presentConditions(tx, [canonicalFactorId])).has(canonicalFactorId)) throw notFound();
    return { canonicalFactorId, text, undo: null };
  }
  if (given.key === undefined) return { text: given.reason, undo: null };
  if (isAboutChange(given)) {
    const change = await loadStrategicChange(tx, given.key);
    const subject = { name: `${given.key} ${change.title}`, href: `/strategy/${given.key}`, incidentId: null };
    const said = given.outcome === "ask" ? await ask(tx, subject, given, (ids) => people(tx, ids)) : null;
    return { changeId: change.id, ...(said ?? { text: given.reason, undo: null }) };
  }
  const { row } = await loadActionItem(tx, given.key);
  const before = await getActionItem(tx, { key: given.key });
  const decided = await act(tx, before, given);
  return { actionItemId: row.id, ...decided };
}

type OfChange = (Of<"ask"> | Of<"note">) & { key: string };
const isAboutChange = (given: Given): given is OfChange =>
  (given.outcome === "ask" || given.outcome === "note") && given.key !== undefined && given.key.startsWith("SC-");

/**
 * Accepts a proposal or sets it aside, by its own rules. The line doesn't name the condition: not everyone can read it.
 */
async function answerProposal(tx: TxCtx, given: Of<"accept"> | Of<"set_aside">): Promise<Act> {
  const { conditionId: id } = given;
  if (given.outcome === "accept") {
    const { key: changeKey, version } = await acceptPromotion(tx, { id });
    return { text: `accepted as ${changeKey}`, undo: { outcome: "accept", changeKey, version } };
  }
  await setPromotionAside(tx, { id, reason: given.reason, marks: given.marks });
  const answerId = (await lastAnswerOf(tx, id))?.id ?? "";
  return { text: `set aside. ${given.reason}`, undo: { outcome: "set_aside", conditionId: id, answerId } };
}

/** Everyone with access reads strategic changes. Returns which of these people have access. */
const people = async (tx: TxCtx, ids: string[]) =>
  (await tx.db.user.findMany({ where: { id: { in: ids }, disabledAt: null }, select: { id: true } })).map(
    ({ id }) => id,
  );

type OfAction = Exclude<Given, { outcome: "accept" | "set_aside" }>;

async function act(tx: TxCtx, before: ActionItem, given: OfAction): Promise<Act> {
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
      const undo = { outcome: "waive" as const, waiverId: await waiverRequestOf(tx, key) };
      return {
        text: `waiver until ${longDay(until)} requested. ${asSentence(reason)} What limits the risk: ${mitigation}`,
        undo,
      };
    }
    case "ask": {
      const { row } = await loadActionItem(tx, given.key);
      return ask(tx, await subjectOf(tx, before), given, (ids) => whoCan(tx, "read", row, ids));
    }
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
  const subject = `Help needed by ${longDay(until)}`;
  const about = await subjectOf(tx, before);
  const notificationId = isTold ? await message(tx, about, { personId: from.id, subject, reason }) : null;
  return {
    text: `help needed from ${after.blockedBy?.name ?? "others"}, by ${longDay(until)}. ${reason}`,
    undo: { outcome: "help", from: flagOf(before), to: flagOf(after), notificationId },
  };
}

/** Asks a person by a message. They must be able to read what it's about. */
async function ask(
  tx: TxCtx,
  about: Subject,
  { personId, by, reason }: Of<"ask">,
  readers: (ids: string[]) => Promise<string[]>,
): Promise<Act> {
  const person = await tx.db.user.findUnique({ where: { id: personId }, select: { name: true } });
  if (!person || (await readers([personId])).length === 0)
    throw invalid("personId", "Choose someone who can read this item");
  const subject = `Asked of you by ${longDay(by)}`;
  const notificationId = await message(tx, about, { personId, subject, reason });
  return {
    text: `${person.name} was asked to answer by ${longDay(by)}. ${reason}`,
    undo: { outcome: "ask", notificationId },
  };
}

/** The subject of a message: its name as everyone can read it, and its page. */
interface Subject {
  name: string;
  href: string;
  incidentId: string | null;
}

async function subjectOf(tx: TxCtx, { key, title }: ActionItem): Promise<Subject> {
  const { incidentId } = (await loadActionItem(tx, key)).row;
  const isRestricted =
    incidentId !== null && (await tx.db.incident.count({ where: { id: incidentId, restricted: true } })) > 0;
  return { name: isRestricted ? RESTRICTED_TITLE : `${key} ${title}`, href: `/actions/${key}`, incidentId };
}

/** Sends a message. Returns its id. */
const message = (
  tx: TxCtx,
  { name, href, incidentId }: Subject,
  { personId, subject, reason }: { personId: string; subject: string; reason: string },
): Promise<string> =>
  notify(tx, {
    ...{ userId: personId, kind: "programme.asked", href, incidentId },
    ...{ subject: `${subject}: ${name}`, body: reason },
  });
