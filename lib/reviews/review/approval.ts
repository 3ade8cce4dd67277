import { listWords } from "#lib/base/text/sentence.ts";
import { APPROVAL_STATE_WORDS, type ApprovalDecision, type ApprovalState } from "#lib/base/vocabulary/review.ts";
import { hashOfText } from "#lib/document/draft-hash.ts";

/** Returns a hash of the words of a text. Marks, layout, punctuation and capital letters don't count. */
export const hashOfWords = (text: string): string =>
  hashOfText((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" "));

interface Decided {
  decision: ApprovalDecision;
  /** Words of the text that was decided about. */
  wordsHash: string;
}

/** Returns the state of an approver. `words` is the hash of the text now. */
export function approvalState(decided: Decided | null, words: string): ApprovalState {
  if (!decided) return "waiting";
  return decided.decision === "approved" && decided.wordsHash !== words ? "stale" : decided.decision;
}

/** Returns which approvals are still missing: "Get the approval of Sam (asked for changes)". */
export function missingApprovals(approvals: readonly { name: string; state: ApprovalState }[]): string | null {
  const open = approvals.filter(({ state }) => state !== "approved");
  const names = open.map(({ name, state }) =>
    state === "waiting" ? name : `${name} (${APPROVAL_STATE_WORDS[state]})`,
  );
  return open.length === 0 ? null : `Get the approval of ${listWords(names)}`;
}
