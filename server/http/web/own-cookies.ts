import type { IncomingMessage } from "node:http";

/** Cookies of our own code and of next-auth, with and without https. */
const OURS = /^(__Host-|__Secure-)?(afterword-|next-auth\.)/;
const MOST = 20;

/**
 * Removes other cookies, and more of ours than there can be, from the request. Anything on another port of this host
 * shares its cookies with us, and Next scans all of them for each one: 500 took 150 ms.
 */
export function keepOwnCookies({ headers }: Pick<IncomingMessage, "headers">): void {
  const own = (headers.cookie ?? "").split(";").filter((pair) => OURS.test(pair.trimStart()));
  if (own.length === 0) delete headers.cookie;
  else headers.cookie = own.slice(0, MOST).join(";").trimStart();
}
