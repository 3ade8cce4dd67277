import { countTry, forgetTries, takeTryBack } from "./limits.ts";
import { networkOf } from "./network-of.ts";

export interface SignInTry {
  email: string;
  /** Network address of the client; null when it is not known. */
  ip: string | null;
}

function keysOf({ email, ip }: SignInTry) {
  const network = networkOf(ip ?? "unknown");
  return { pair: `sign-in:${network}:${email}`, network: `sign-in-from:${network}`, email: `sign-in-as:${email}` };
}

/**
 * Counts a try to sign in before its password is looked at: strictly for one email from one address, so that nobody shuts
 * somebody else out from elsewhere; widely for one address and for one email. A refused try counts no further. Throws `rate_limited`.
 */
export async function countSignIn(attempt: SignInTry): Promise<void> {
  const { pair, network, email } = keysOf(attempt);
  await countTry("guesses", pair);
  await countTry("guessesWide", network);
  await countTry("guessesWide", email);
}

/** A right password: this person starts anew from here, and only failures stay in the wide counts. */
export async function forgiveSignIn(attempt: SignInTry): Promise<void> {
  const { pair, network, email } = keysOf(attempt);
  await forgetTries("guesses", pair);
  await takeTryBack("guessesWide", network);
  await takeTryBack("guessesWide", email);
}
