import { hmacOf, isAmong, isFresh, namedIn, secondsOf } from "./compare.ts";
import type { Scheme } from "./request.ts";

/**
 * `t=<seconds>,v1=<hex>` in one header: HMAC of time, separator and body, five minutes either way. Rootly has no
 * separator, and our own header has a dot.
 */
export function timedList(header: string, separator: "" | "."): Scheme {
  const signatureOf = (seconds: string, body: Uint8Array, secret: string) =>
    hmacOf([seconds, separator, body], secret, "hex");
  return {
    verify({ headers, body }, secret, nowMs) {
      const given = headers.get(header);
      if (!given) return "no_signature";
      const seconds = namedIn(given, "t")[0] ?? "";
      if (!isAmong(namedIn(given, "v1"), signatureOf(seconds, body, secret))) return "wrong_signature";
      return isFresh(seconds, nowMs) ? "ok" : "stale";
    },
    sign(body, secret, nowMs) {
      const seconds = secondsOf(nowMs);
      return { [header]: `t=${seconds},v1=${signatureOf(seconds, body, secret)}` };
    },
  };
}
