"use client";

import { type RefObject, useRef, useState } from "react";
import { useLeaveWarning } from "#components/ui/page/use-leave-warning.ts";
import type { PointAnswer } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem, ActionItemRow } from "#lib/contract/action-item.ts";
import { useActionItems } from "../use-action-item.ts";
import type { Change } from "./change.ts";
import { useEditLayer } from "./edit-context.ts";

/** The answers to the points of one action, by the text of the point: another text is another question. */
export type Given = ReadonlyMap<string, PointAnswer>;
const NONE_GIVEN: Given = new Map();

/** Returns why an action can't be verified yet, or undefined if it can. Its points can still be loading. */
export function whyNotYet(points: readonly string[] | undefined, given: Given): string | undefined {
  if (points === undefined) return "Its points are still loading";
  if (isNotMet(points, given)) return "A point isn’t met. Send it back on its own";
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

/** Returns whether answers or a note would be lost with the page. Once an action is verified or sent back, none are. */
export const hasUnsent = (
  rows: readonly Pick<ActionItemRow, "status">[],
  given: ReadonlyMap<string, Given>,
  note: string,
) => rows.some(({ status }) => status === "implemented") && (given.size > 0 || note !== "");

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
}

/** The answers of a second person to each point of actions that are to be verified, until it's sent. */
export function useVerification(rows: readonly ActionItemRow[]): Verification {
  const { save, saveEach } = useEditLayer();
  const [note, setNote] = useState("");
  const [given, setGiven] = useState<ReadonlyMap<string, Given>>(new Map());
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const items = useActionItems(rows.map(({ key }) => key)).map(({ data }) => data);
  useForgetAnswers(items, () => {
    setGiven(new Map());
    setNote("");
    setTried(false);
  });
  const givenTo = (key: string) => given.get(key) ?? NONE_GIVEN;
  const pointsOf = (at: number) => items[at]?.points;
  const checks = rows.map((row, at) => ({ row, reason: whyNotYet(pointsOf(at), givenTo(row.key)) }));
  const [only] = checks.length === 1 ? checks : [];
  const isMissing = only !== undefined && isNotMet(pointsOf(0), givenTo(only.row.key));
  const reason = note.trim();
  useLeaveWarning(isBusy || hasUnsent(rows, given, reason));
  const stepOf = (at: number, to: "verified" | "in_progress"): Change => {
    const answers = sentAnswers(pointsOf(at) ?? [], givenTo(rows[at]?.key ?? ""));
    return { kind: "step", to, ...(answers.length > 0 ? { answers } : {}), ...(reason ? { reason } : {}) };
  };
  const readyEdits = () =>
    checks.flatMap((one, at) => (one.reason === undefined ? { row: one.row, change: stepOf(at, "verified") } : []));
  const send = async (saved: () => Promise<boolean>) => {
    if (isBusy) return;
    setBusy(true);
    await saved();
    setBusy(false);
  };
  const sendBack = () => {
    setTried(true);
    if (!reason) noteField.current?.focus();
    else if (only) void send(() => save([only.row], stepOf(0, "in_progress")));
  };
  return {
    ...{ checks, ready: checks.filter((one) => one.reason === undefined).length, givenTo },
    answer: (key, point, answer) => setGiven(new Map(given).set(key, new Map(givenTo(key)).set(point, answer))),
    ...{ asksWhatIsMissing: isMissing || isTried, isMissing },
    ...{ note, setNote, noteField, noteError: isTried && !reason ? "Enter what is missing" : undefined },
    ...{ isBusy, verify: () => void send(() => saveEach(readyEdits())), sendBack },
  };
}

/** Calls back when an action was implemented again: its earlier answers were about something else. */
function useForgetAnswers(items: readonly (ActionItem | undefined)[], forget: () => void): void {
  const stamp = items.map((item) => item?.implementedAt).join(" ");
  const [known, setKnown] = useState(stamp);
  if (known === stamp) return;
  setKnown(stamp);
  if (known.trim() !== "") forget();
}
