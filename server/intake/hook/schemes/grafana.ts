import type { Scheme } from "../request.ts";
import { hmacOf, isFresh, isSame, secondsOf } from "./compare.ts";
import { sharedSecret } from "./shared-secret.ts";

const SIGNATURE = "x-grafana-alerting-signature";
/** The person who sets it up names this header; these two are the names that Grafana's own examples use. */
const TIMES = ["x-grafana-alerting-timestamp", "x-grafana-alerting-signature-timestamp"] as const;

const signatureOf = (seconds: string | null, body: Uint8Array, secret: string) =>
  hmacOf(seconds === null ? [body] : [`${seconds}:`, body], secret, "hex");

/** Grafana: HMAC of the body, or of `<time>:<body>` where a timestamp header is set; before version 12 a bearer token or password. */
export const grafana: Scheme = {
  verify(request, secret, nowMs) {
    const given = request.headers.get(SIGNATURE);
    if (!given) return sharedSecret.verify(request, secret, nowMs);
    const seconds = request.headers.get(TIMES[0]) ?? request.headers.get(TIMES[1]);
    if (!isSame(given.toLowerCase(), signatureOf(seconds, request.body, secret))) return "wrong_signature";
    return seconds === null || isFresh(seconds, nowMs) ? "ok" : "stale";
  },
  sign(body, secret, nowMs) {
    const seconds = secondsOf(nowMs);
    return { [TIMES[0]]: seconds, [SIGNATURE]: signatureOf(seconds, body, secret) };
  },
};
