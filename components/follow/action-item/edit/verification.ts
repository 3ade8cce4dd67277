"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { useMe } from "#components/people/me/use-me.ts";
import { createDrafts, useDrafts } from "#components/ui/page/kept-drafts.ts";
import { useLeaveWarning } from "#components/ui/page/use-leave-warning.ts";
import type { PointAnswer } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem, ActionItemRow } from "#lib/contract/action-item.ts";
import { useActionItems } from "../use-action-item.ts";
import type { Change, Edit } from "./change.ts";
import { useEditLayer } from "./edit-context.ts";

/** The answers to the points of one action, by the text of the point: another text is another question. */
export type Given = ReadonlyMap<string, PointAnswer>;

/** Returns why an action can't be verified yet, or undefined if it can. Its points can still be loading. */
export function whyNotYet(points: readonly string[] | undefined, given: Given): string | undefined {
  if (points === undefined) return "Its points are still loading";
  if (isNotMet(points, given)) return "A point isn't met. Send it back on its own.";
  return points.some((point) => given.get(point) !== "met") ? "Check each point first" : undefined;
}

const isNotMet = (points: readonly string[] | undefined, given: Given) =>
  points?.some((point) => given.get(point) === "not_met") ?? false;

/** Returns the answers as they're sent, each with the number of its point. Those of removed points are left out. */
export const sentAnswers = (points: readonly string[], given: Given) =>
  points.flatMap((point, at) => {
    const answer = given.get(point);
    return answer === undefined ? [] : { point: at + 1, answer };
  });

/** The answers about an action and the note to them, until they are sent. */
export interface VerificationDraft {
  given: Given;
  note: string;
  /** When what they are about was implemented: after another time they aren't about it. */
  implementedAt: string | null;
}

const BLANK: VerificationDraft = { given: new Map(), note: "", implementedAt: null };
export const VERIFICATIONS = {
  blank: BLANK,
  isWritten: ({ given, note }: VerificationDraft) =>
    note.trim() !== "" || [...given.values()].some((answer) => answer !== "not_checked"),
};
const drafts = createDrafts(VERIFICATIONS);

/** Returns the draft, unless it is about an earlier state. Until the action is loaded, that isn't known. */
export const currentDraft = (draft: VerificationDraft, item: Pick<ActionItem, "implementedAt"> | undefined) =>
  item && item.implementedAt !== draft.implementedAt ? BLANK : draft;

/** Returns whether a draft can't be sent any more: its action was verified, sent back, or implemented again. */
export const isOver = (
  draft: VerificationDraft,
  item: Pick<ActionItem, "implementedAt" | "status"> | undefined,
): boolean =>
  item !== undefined &&
  draft !== BLANK &&
  (item.status !== "implemented" || item.implementedAt !== draft.implementedAt);

interface Check {
  row: ActionItemRow;
  /** Why it can't be verified yet. */
  reason: string | undefined;
}

export interface Verification {
  checks: readonly Check[];
  /** How many of the actions can be verified. */
  ready: number;
  givenTo: (key: string) => Given;
  answer: (key: string, point: string, answer: PointAnswer) => void;
  /** Whether a point of the only action isn't met, or someone sends it back. */
  asksWhatIsMissing: boolean;
  isMissing: boolean;
  note: string;
  noteError: string | undefined;
  noteField: RefObject<HTMLTextAreaElement | null>;
  setNote: (note: string) => void;
  /** Whether the answers are being sent. */
  isBusy: boolean;
  verify: () => void;
  /** Sends the only action back, once it's said what is missing. */
  sendBack: () => void;
  /** Whether there is something to lose. */
  isWritten: boolean;
  /** Discards it. */
  drop: () => void;
}

/**
 * The answers of a second person to each point of actions that are to be verified, until it's sent. They are kept for each
 * action. The note to several actions is kept for these together.
 */
export function useVerification(rows: readonly ActionItemRow[]): Verification {
  const { save, saveEach } = useEditLayer();
  const me = useMe()?.id;
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const noteField = useRef<HTMLTextAreaElement>(null);
  useDrafts(drafts);
  const keys = rows.map(({ key }) => key);
  const items = useActionItems(keys).map(({ data }) => data);
  const nameOf = (...some: string[]) => `${some.join(" ")} ${me}`;
  const itemOf = (name: string) => items.find((item) => item && nameOf(item.key) === name);
  const draftOf = (name: string) => currentDraft(drafts.of(name), itemOf(name));
  const write = (name: string, change: Partial<VerificationDraft>) =>
    drafts.keep(name, { ...draftOf(name), ...change, implementedAt: itemOf(name)?.implementedAt ?? null });
  const noteName = nameOf(...keys);
  useEffect(() => {
    // What is being sent is shown as verified already.
    if (isBusy) return;
    for (const item of items) {
      const name = item ? `${item.key} ${me}` : "";
      if (isOver(drafts.of(name), item)) drafts.keep(name, null);
    }
  });
  const drop = () => {
    for (const name of [noteName, ...keys.map((key) => nameOf(key))]) drafts.keep(name, null);
  };
  const { note } = draftOf(noteName);
  const givenTo = (key: string) => draftOf(nameOf(key)).given;
  const pointsOf = (at: number) => items[at]?.points;
  const checks = rows.map((row, at) => ({ row, reason: whyNotYet(pointsOf(at), givenTo(row.key)) }));
  const [only] = checks.length === 1 ? checks : [];
  const isMissing = only !== undefined && isNotMet(pointsOf(0), givenTo(only.row.key));
  const reason = note.trim();
  useLeaveWarning(isBusy);
  const stepOf = (at: number, to: "verified" | "in_progress"): Change => {
    const answers = sentAnswers(pointsOf(at) ?? [], givenTo(rows[at]?.key ?? ""));
    return { kind: "step", to, ...(answers.length > 0 ? { answers } : {}), ...(reason ? { reason } : {}) };
  };
  const readyEdits = () =>
    checks.flatMap((one, at) => (one.reason === undefined ? { row: one.row, change: stepOf(at, "verified") } : []));
  const send = async (edits: readonly Edit[], saved: () => Promise<boolean>) => {
    if (isBusy) return;
    setBusy(true);
    if (await saved()) {
      drafts.keep(noteName, null);
      for (const { row } of edits) drafts.keep(nameOf(row.key), null);
      setTried(false);
    }
    setBusy(false);
  };
  const verify = () => {
    const edits = readyEdits();
    void send(edits, () => saveEach(edits));
  };
  const sendBack = () => {
    setTried(true);
    if (!reason) noteField.current?.focus();
    else if (only) {
      const change = stepOf(0, "in_progress");
      void send([{ row: only.row, change }], () => save([only.row], change));
    }
  };
  return {
    ...{ checks, ready: checks.filter((one) => one.reason === undefined).length, givenTo },
    answer: (key, point, answer) => {
      setTried(false);
      write(nameOf(key), { given: new Map(givenTo(key)).set(point, answer) });
    },
    ...{ asksWhatIsMissing: isMissing || isTried, isMissing },
    ...{ note, noteField, noteError: isTried && !reason ? "Enter what is missing" : undefined },
    setNote: (text) => write(noteName, { note: text }),
    isWritten: [noteName, ...keys.map((key) => nameOf(key))].some((name) => VERIFICATIONS.isWritten(draftOf(name))),
    ...{ isBusy, verify, sendBack, drop },
  };
}
