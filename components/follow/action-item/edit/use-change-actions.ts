"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { afterWrites, beginWrite } from "#components/base/api/begin-write.ts";
import { api, query } from "#components/base/api/client.ts";
import { hasTurns, inTurn, inTurnTogether } from "#components/base/api/in-turn.ts";
import { mayPass, problemOf, wordsOf } from "#components/base/api/problem.ts";
import { sendFields, type Upload } from "#components/base/api/send-form.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { offerEarlyUndo } from "#components/ui/overlays/undo-stack.ts";
import type { ActionItem, ActionItemRow } from "#lib/contract/action-item.ts";
import { cachedRow, patchEverywhere, refreshAround, settleEverywhere, settleRow } from "../action-cache.ts";
import { applied, type Change, type Edit, inverseOf, isRepeatable } from "./change.ts";
import { changeWords, currentWords } from "./change-words.ts";
import { isShared, requestParts, sharedFields, sharedInput } from "./shared-change.ts";

type Version = Pick<ActionItemRow, "key" | "version">;

/** Sends one change of one action item, in the version that was read. */
function sendChange({ key, version }: Version, change: Change, upload?: Upload): Promise<ActionItem> {
  const row = { key, version };
  switch (change.kind) {
    case "owner":
    case "team":
    case "due":
    case "priority":
    case "archived":
      return api.actionItem.update({ ...row, ...sharedFields(change) });
    case "handed_over":
      return api.actionPart.handOver({ ...row, ownerId: change.owner.id, reason: change.reason });
    case "verifier":
      return api.actionPart.askToVerify({ ...row, userId: change.person?.id ?? null });
    case "kept":
      return api.actionPart.keepWanted({ ...row, withdrawn: change.withdrawn });
    case "effort":
      return api.actionItem.update({ ...row, effortDays: change.effortDays });
    case "incident":
      return api.actionItem.update({ ...row, incidentKey: change.incident?.key ?? null });
    case "blocked":
      return api.actionItem.update({ ...row, ...blockedInput(change) });
    case "texts":
      return api.actionItem.update({ ...row, ...change.texts });
    case "factors":
      return api.actionItem.update({ ...row, factorIds: change.factors.map(({ id }) => id) });
    case "evidence_added":
      if (change.evidence.file && upload)
        return sendFields(`/action-items/${key}/evidence`, { version, ...change.evidence }, upload);
      return api.actionItem.addEvidence({ ...row, ...change.evidence });
    case "evidence_removed":
      return api.actionItem.changeEvidence({ ...row, evidenceId: change.id, removed: change.removed });
    case "evidence_pointed":
      return api.actionItem.changeEvidence({ ...row, evidenceId: change.id, point: change.point });
    case "check_added":
      return api.actionPart.addCheck({ ...row, text: change.text });
    case "check_changed": {
      const { kind: _kind, id: checkId, ...check } = change;
      if ("text" in check) return api.actionPart.changeCheck({ ...row, checkId, text: check.text });
      return api.actionPart.changeCheck({ ...row, checkId, ...check });
    }
    case "related": {
      const relation = { ...row, relation: change.relation, otherKey: change.otherKey };
      return change.related ? api.actionPart.relate(relation) : api.actionPart.unrelate(relation);
    }
    case "split":
      return api.actionRework.split({ ...row, parts: change.parts });
    case "merged":
      return api.actionRework.merge({ ...row, intoKey: change.intoKey });
    case "moved_to":
      return api.actionRework.move({ ...row, to: change.to });
    case "converted":
      return api.actionRework.convert(row);
    case "rework_undone":
      return api.actionRework.undo({ ...row, reworkId: change.id });
    case "effect_answered": {
      const { answer, text, method, file } = change;
      if (file && upload)
        return sendFields(`/action-items/${key}/effect`, { version, answer, text, method, file }, upload);
      return api.actionItem.answerEffect({ ...row, answer, method, ...(text ? { text } : {}) });
    }
    case "effect_undone":
      return api.actionItem.undoEffect(row);
    case "waiver_answer": {
      const { answer, reason } = change;
      return api.actionItem.answerWaiver({ ...row, answer, ...(reason ? { reason } : {}) });
    }
    case "waiver_withdrawn":
      return api.actionItem.withdrawWaiver(row);
    case "step": {
      const { kind: _kind, ...step } = change;
      const { to, evidence, method, point, file } = step;
      if (file && upload) {
        const fields = { version, to, evidence, method, point, file };
        return sendFields(`/action-items/${key}/transitions`, fields, upload);
      }
      return api.actionItem.transition({ ...row, ...step });
    }
  }
}

/** Without the flag, the server clears what belongs to it. */
function blockedInput({ blockedReason, blockedUntil, blockedBy: by }: Extract<Change, { kind: "blocked" }>) {
  if (blockedReason === null) return { blockedReason };
  return {
    blockedReason,
    ...(blockedUntil === undefined ? {} : { blockedUntil }),
    ...(by === undefined ? {} : { blockedBy: by ? { kind: by.kind, id: by.id } : null }),
  };
}

/** A change that was saved, with the record after it: the whole one, unless it was saved together with others. */
interface Done extends Edit {
  saved: ActionItemRow;
}

/** A change that wasn't saved, with the newer row for a conflict. */
export interface Refused {
  edit: Edit;
  words: string;
  newer: ActionItemRow | null;
  /** There was no response, or the server was temporarily unable. The same change can be sent again. */
  mayPass?: boolean;
}

const AT_ONCE = 4;

/** The part of a change that wasn't saved. */
interface Left {
  refused: readonly Refused[];
  /** Says so in toasts, with another try where that can help. Not needed if a dialog opens again. */
  tell: () => void;
}

/**
 * Changes action items. A change is shown at once in every list, rolled back if rejected, and replaced by the newer row on
 * a conflict. Several rows are one change and one undo, and one request where there is one.
 */
export function useChangeActions(): (edits: readonly Edit[], upload?: Upload) => Promise<Left> {
  const client = useQueryClient();
  const meId = useMe()?.id;
  return (edits, upload) => make(client, meId, edits, true, upload);
}

/** Makes a change that has no dialog. */
const makeAlone = async (...change: Parameters<typeof make>): Promise<void> => (await make(...change)).tell();

async function make(
  client: QueryClient,
  meId: string | undefined,
  edits: readonly Edit[],
  isUndoable: boolean,
  upload?: Upload,
): Promise<Left> {
  if (edits.length === 0) return { refused: [], tell: () => undefined };
  const endOffer = isUndoable ? offerEarlyUndo() : () => false;
  const endWrite = await beginWrite(client, query.actionItem.key());
  for (const { row, change } of edits) patchEverywhere(client, row.key, (shown) => applied(shown, change));
  const isTogether = edits.length > 1 && edits.every(({ change }) => isShared(change));
  const { done, refused } = await (isTogether ? saveTogether : saveEach)(client, meId, edits, upload);
  for (const { edit, newer } of refused) rollBack(client, meId, edit.row, newer);
  endWrite();
  afterWrites(() => void refreshAround(client));
  const isTakenBack = endOffer();
  const [first] = done;
  if (first) {
    const keys = done.map(({ row }) => row.key);
    const back = isUndoable ? undoOf(client, meId, done) : undefined;
    if (isTakenBack && back) back();
    else toastDone(isUndoable ? changeWords(first.change, keys) : "Undone", { undo: back });
  }
  return { refused, tell: () => tellRefused(client, meId, refused, isUndoable) };
}

interface Saved {
  done: Done[];
  refused: Refused[];
}

async function saveEach(
  client: QueryClient,
  meId: string | undefined,
  edits: readonly Edit[],
  upload?: Upload,
): Promise<Saved> {
  const saves: Saved = { done: [], refused: [] };
  await inTurns(edits, async (edit) => {
    try {
      const { key, version } = edit.row;
      const saved = await inTurn(key, version, (latest) =>
        sendChange({ key, version: latest }, edit.change, upload && partOf(upload, edits.length)),
      );
      if (!hasTurns(key)) settleEverywhere(client, saved, meId);
      saves.done.push({ ...edit, saved });
    } catch (error) {
      saves.refused.push({ edit, words: wordsOf(error), newer: newerOf(error), mayPass: mayPass(0, error) });
    }
  });
  return saves;
}

/** One of several uploads of the same file, which together are one. */
function partOf({ onProgress, signal }: Upload, count: number): Upload {
  let before = 0;
  return {
    signal,
    onProgress: (share) => {
      onProgress((share - before) / count);
      before = share;
    },
  };
}

async function saveTogether(client: QueryClient, meId: string | undefined, edits: readonly Edit[]): Promise<Saved> {
  const saves: Saved = { done: [], refused: [] };
  for (const part of requestParts(edits)) {
    try {
      const { done, refused } = await sendTogether(part);
      const byKey = new Map(part.map((edit) => [edit.row.key, edit]));
      for (const row of done) {
        const edit = byKey.get(row.key);
        if (!hasTurns(row.key)) settleRow(client, row, meId);
        if (edit) saves.done.push({ ...edit, saved: row });
      }
      for (const { key, message: words, current: newer } of refused) {
        const edit = byKey.get(key);
        if (edit) saves.refused.push({ edit, words, newer });
      }
    } catch (error) {
      const failure = { words: wordsOf(error), newer: null, mayPass: mayPass(0, error) };
      saves.refused.push(...part.map((edit) => ({ edit, ...failure })));
    }
  }
  return saves;
}

const sendTogether = (edits: readonly Edit[]) =>
  inTurnTogether(
    edits.map(({ row }) => ({ id: row.key, version: row.version })),
    async (versionOf) => {
      const asked = edits.map(({ row: { key }, change }) => sharedInput({ key, version: versionOf(key) }, change));
      const answer = await api.actionItem.changeSeveral({
        updates: asked.flatMap(({ update }) => update ?? []),
        transitions: asked.flatMap(({ step }) => step ?? []),
      });
      return { answer, rows: new Map(answer.done.map((row) => [row.key, row])) };
    },
  );

async function inTurns<Item>(items: readonly Item[], run: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await run(item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
}

/** Returns the newer record in a conflict, or null for any other error. */
function newerOf(error: unknown): ActionItem | null {
  const problem = problemOf(error);
  return problem?.code === "conflict" && problem.current ? (problem.current as ActionItem) : null;
}

const isWhole = (row: ActionItemRow): row is ActionItem => "doneWhen" in row;

function rollBack(client: QueryClient, meId: string | undefined, before: ActionItemRow, newer: ActionItemRow | null) {
  if (newer && isWhole(newer)) settleEverywhere(client, newer, meId);
  else if (newer) settleRow(client, newer, meId);
  else patchEverywhere(client, before.key, (shown) => ({ ...shown, ...before }));
}

const MOST_NAMED = 3;

/** Changes that were rejected for the same reason, which names their actions. */
interface Reason {
  words: string;
  some: readonly Refused[];
}

/** Returns why changes weren't saved: once for all rows with the same reason, and for each that someone else changed. */
function reasonsOf(refused: readonly Refused[]): Reason[] {
  const byWords = Map.groupBy(
    refused.filter(({ newer }) => newer === null),
    ({ words }) => words,
  );
  return [
    ...[...byWords].map(([words, some]) => {
      const named = some.slice(0, MOST_NAMED).map(({ edit }) => edit.row.key);
      const more = some.length > MOST_NAMED ? ` and ${some.length - MOST_NAMED} more` : "";
      return { words: `${named.join(", ")}${more}: ${words}`, some };
    }),
    ...refused.flatMap((one) => {
      const { newer, edit } = one;
      if (!newer) return [];
      const now = currentWords(edit.change, newer);
      // Someone else changed another field.
      const isSame = now === currentWords(edit.change, edit.row);
      return {
        words: `${newer.key} changed while you were editing${isSame ? "" : `: ${now}`}. Your change wasn't saved.`,
        some: [one],
      };
    }),
  ];
}

/** Returns the reasons as one text, for the dialog of a change. */
export function refusalWords(refused: readonly Refused[]): string {
  const reasons = reasonsOf(refused);
  const more = reasons.length > MOST_NAMED ? [`And ${reasons.length - MOST_NAMED} more.`] : [];
  return [...reasons.slice(0, MOST_NAMED).map(({ words }) => words), ...more].join(" ");
}

/** Says what wasn't saved, with another try if that can help, or with the change on the newer row. */
function tellRefused(
  client: QueryClient,
  meId: string | undefined,
  refused: readonly Refused[],
  isUndoable: boolean,
): void {
  for (const { words, some } of reasonsOf(refused)) {
    const edits = some.map(({ edit, newer }) => ({ ...edit, row: newer ?? edit.row }));
    const isConflict = some.some(({ newer }) => newer !== null);
    const canHelp = isConflict
      ? edits.every(({ change }) => isRepeatable(change))
      : some.every(({ mayPass }) => mayPass);
    const run = () => void makeAlone(client, meId, edits, isConflict || isUndoable);
    toastError(words, canHelp ? { label: isConflict ? "Keep my version" : "Try again", run } : undefined);
  }
}

/** Undoes all of it in one step, if each part has an undo. */
function undoOf(client: QueryClient, meId: string | undefined, done: readonly Done[]): (() => void) | undefined {
  const backs = done.map(({ row, change, saved }) => inverseOf(row, change, isWhole(saved) ? saved : undefined));
  if (backs.some((back) => back === null)) return undefined;
  return () => {
    const edits = done.flatMap(({ row, saved }, at): Edit[] => {
      // After a change, a row can be in no list that is shown.
      const [now, back] = [cachedRow(client, row.key) ?? saved, backs[at]];
      return back ? [{ row: now, change: back }] : [];
    });
    void makeAlone(client, meId, edits, false);
  };
}
