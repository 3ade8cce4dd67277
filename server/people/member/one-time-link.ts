import { AppError, refuse } from "#lib/base/errors.ts";
import { countGuess, rateLimited } from "#server/people/auth/limits.ts";
import { networkOf } from "#server/people/auth/network-of.ts";
import { isPasswordRefusal } from "#server/people/auth/refuse-password.ts";

/** The only message for a link that is unknown, used, ended or revoked, so it doesn't reveal which. */
export const linkRefused = (): AppError =>
  refuse("link_not_valid", "This link was used, has expired or was revoked. Ask an admin for a new one.");

const FREE_GUESSES = 10;
const WAIT_SECONDS = 60;

/**
 * Uses a one-time secret, and counts the failures of an address at secrets of this kind: too many throw `rate_limited`.
 * The right secret is always accepted, because it is too long to be guessed and no one behind that address should be
 * shut out.
 */
export async function withinTries<Result>(
  kind: "set-up" | "invitation" | "reset",
  address: string,
  use: () => Promise<Result>,
): Promise<Result> {
  try {
    return await use();
  } catch (error) {
    if (!(error instanceof AppError) || isPasswordRefusal(error)) throw error;
    if ((await countGuess(`${kind}:${networkOf(address)}`)) > FREE_GUESSES) throw rateLimited(WAIT_SECONDS);
    throw error;
  }
}
