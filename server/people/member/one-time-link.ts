import { type AppError, refuse } from "#lib/base/errors.ts";
import { countTry, forgetTries } from "#server/people/auth/limits.ts";

/** The one answer for a link that is unknown, used, ended or taken back: it tells nobody which. */
export const linkRefused = (): AppError =>
  refuse(
    "link_not_valid",
    "This link does not work: it was used, has ended or was taken back. Ask an admin for a new one",
  );

/** Runs one use of a one-time secret; tries that fail are counted by address and throw `rate_limited` when too many. */
export async function withinTries<Result>(address: string, use: () => Promise<Result>): Promise<Result> {
  const key = `one-time:${address}`;
  await countTry("guesses", key);
  const result = await use();
  await forgetTries("guesses", key);
  return result;
}
