import { actorId } from "#lib/base/access/actor.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { workers } from "#server/base/worker/index.ts";
import type { TextWork } from "./texts.ts";

/** Updates up to this size, together, are read and compared within 50 ms. */
const SMALL_BYTES = 100_000;

/** Does work on stored texts, in a worker thread where they are long. Throws `too_large` if it takes too long there. */
export async function workOnTexts<Input, Result>(
  { actor, signal }: Pick<Ctx, "actor" | "signal">,
  task: TextWork<Input, Result>,
  input: Input,
): Promise<Result> {
  const bytes = task.updatesOf(input).reduce((sum, update) => sum + update.length, 0);
  if (bytes <= SMALL_BYTES) return task.work(input);
  const { work: _here, updatesOf: _updates, ...named } = task;
  return workers().result(named, input, { owner: actorId(actor) ?? "server", signal });
}
