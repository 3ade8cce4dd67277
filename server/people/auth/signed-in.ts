import { acceptsDemo } from "./demo-access.ts";
import { readSession, type SignedIn } from "./session.ts";
import { readBearer } from "./token.ts";

/**
 * Returns who sent these headers, by token or session cookie. Null for no one, and for a demo account that isn't
 * accepted here.
 */
export async function signedInBy(headers: Headers, now: Date): Promise<SignedIn | null> {
  const bearer = headers.get("authorization");
  const signedIn = bearer === null ? await readSession(headers, now) : await readBearer(bearer, now);
  return signedIn?.isDemo && !acceptsDemo(headers) ? null : signedIn;
}
