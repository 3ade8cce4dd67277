import type { IncomingMessage } from "node:http";

/** Those of our own code and of next-auth, with https and without. */
const OURS = /^(__Host-|__Secure-)?(afterword-|next-auth\.)/;
const MOST = 20;

/**
 * Takes cookies of others, and more of ours than there can be, out of the request. Whatever listens on another port of
 * this host shares its cookies with us, and Next goes through all of them for each one: 500 cost it 150 ms.
 */
export function keepOwnCookies({ headers }: Pick<IncomingMessage, "headers">): void {
  const own = (headers.cookie ?? "").split(";").filter((pair) => OURS.test(pair.trimStart()));
  if (own.length === 0) delete headers.cookie;
  else headers.cookie = own.slice(0, MOST).join(";").trimStart();
}
