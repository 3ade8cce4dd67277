import { problemOf, unsavedWords, wordsOf } from "#components/base/api/problem.ts";
import { asSentence } from "#lib/base/text/sentence.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { SeveralStep } from "./undo-fields.ts";

type Done = ReadonlyMap<string, TimelineEvent>;

interface Refused {
  error: unknown;
  /** The number of events that were changed before, and the total. */
  changed: number;
  asked: number;
}

/** Sends steps one after the other, until one is rejected. Earlier steps stay done. */
export async function runSteps(
  steps: readonly SeveralStep[],
  send: (step: SeveralStep, done: Done) => Promise<readonly TimelineEvent[]>,
): Promise<{ done: Done; refused: Refused | null }> {
  const done = new Map<string, TimelineEvent>();
  try {
    for (const step of steps) for (const event of await send(step, done)) done.set(event.id, event);
    return { done, refused: null };
  } catch (error) {
    const asked = new Set(steps.flatMap(({ ids }) => ids)).size;
    return { done, refused: { error, changed: done.size, asked } };
  }
}

/** Returns why a step was rejected, and what was changed anyway. */
export function refusedWords({ error, changed, asked }: Refused): string {
  const problem = problemOf(error);
  const isLate = problem?.code === "conflict";
  if (changed === 0) return unsavedWords(error, "one of these");
  const why = isLate
    ? "Someone else changed one of these first."
    : problem
      ? asSentence(wordsOf(error))
      : "No response from the server.";
  const left = asked - changed;
  const rest = left === 1 ? "the other one wasn't" : `the other ${left} weren't`;
  return `${why} ${changed} of ${asked} events ${changed === 1 ? "was" : "were"} changed, ${rest}.`;
}
