import type { ActionStatus, EffectAnswer } from "#lib/base/vocabulary/action-item.ts";

interface Asked {
  status: ActionStatus;
  /** When it was verified, while it is. */
  verifiedAt: Date | null;
  /** When the later incident started, and when its factor asked. */
  startedAt: Date;
  askedAt: Date;
  answers: readonly { answer: EffectAnswer; at: Date }[];
}

/** Returns the state of the question, asked by a later incident, whether an action worked. */
export function questionState({ status, verifiedAt, startedAt, askedAt, answers }: Asked): {
  state: "asked" | "answered" | "reopened" | "verified_again";
  last: Asked["answers"][number] | null;
} {
  if (status !== "verified" || verifiedAt === null) return { state: "reopened", last: null };
  if (verifiedAt > startedAt) return { state: "verified_again", last: null };
  const last = answers.findLast(({ at }) => at > askedAt) ?? null;
  return { state: last ? "answered" : "asked", last };
}
