import { countGuess, forgetGuesses, takeGuessBack } from "./limits.ts";
import { networkOf } from "./network-of.ts";
import { delayAfter, slowDown, type Wait, waitFor } from "./slow-down.ts";

export interface SignInTry {
  email: string;
  /** Network address of the client. Null if unknown. */
  ip: string | null;
  /** Id of a device from which this account signed in before. Null for any other. */
  deviceId?: string | null;
}

interface Count {
  key: string;
  /** Number of guesses without a delay. */
  free: number;
  inTurn: boolean;
}

/**
 * The keys that an attempt counts against. A device that signed in before has its own key, so no one else can slow it.
 */
function countsOf({ email, ip, deviceId }: SignInTry): Count[] {
  if (deviceId) return [{ key: `sign-in:device:${deviceId}:${email}`, free: 10, inTurn: true }];
  const network = networkOf(ip ?? "unknown");
  return [
    { key: `sign-in:${network}:${email}`, free: 10, inTurn: true },
    { key: `sign-in-from:${network}`, free: 100, inTurn: false },
    { key: `sign-in-as:${email}`, free: 100, inTurn: true },
  ];
}

/**
 * Counts a sign-in attempt before its password is checked, and slows it more with each failure: strictly for one email
 * from one address, and less for an address and for an email. Locks no one out: a right password is accepted after its
 * delay.
 */
export async function countSignIn(attempt: SignInTry, wait: Wait = waitFor): Promise<void> {
  const counted = await Promise.all(
    countsOf(attempt).map(async ({ key, free, inTurn }) => ({
      ...{ key, inTurn },
      delayMs: delayAfter(await countGuess(key), free),
    })),
  );
  const slowest = counted.reduce((one, other) => (other.delayMs > one.delayMs ? other : one));
  await slowDown(slowest, wait);
}

/** Call after a right password: this person starts again from here, and only failures stay in the wider counts. */
export async function forgiveSignIn(attempt: SignInTry): Promise<void> {
  const [own, ...wide] = countsOf(attempt);
  if (own) await forgetGuesses(own.key);
  for (const { key } of wide) await takeGuessBack(key);
}
