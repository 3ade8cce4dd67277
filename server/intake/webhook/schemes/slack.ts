import { hmacOf, isFresh, isSame, secondsOf } from "./compare.ts";
import type { Scheme } from "./request.ts";

const signatureOf = (seconds: string, body: Uint8Array, secret: string) =>
  `v0=${hmacOf([`v0:${seconds}:`, body], secret, "hex")}`;

/** Slack's signing secret: HMAC of `v0:<time>:<body>`, five minutes either way. */
export const slack: Scheme = {
  verify({ headers, body }, secret, nowMs) {
    const given = headers.get("x-slack-signature");
    const seconds = headers.get("x-slack-request-timestamp");
    if (!given || !seconds) return "no_signature";
    if (!isSame(given, signatureOf(seconds, body, secret))) return "wrong_signature";
    return isFresh(seconds, nowMs) ? "ok" : "stale";
  },
  sign(body, secret, nowMs) {
    const seconds = secondsOf(nowMs);
    return { "x-slack-request-timestamp": seconds, "x-slack-signature": signatureOf(seconds, body, secret) };
  },
};
