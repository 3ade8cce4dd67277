import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { MINUTE_MS } from "#lib/base/time/spans.ts";

export type Algorithm = "sha256" | "sha512";
type Part = string | Uint8Array;

/** Five minutes either way, as Slack and Stripe recommend, and within the accuracy of server clocks. */
const TOLERANCE_MS = 5 * MINUTE_MS;

/** HMAC over the parts as if they were one. */
export function hmacOf(
  parts: readonly Part[],
  secret: Part,
  encoding: "hex" | "base64",
  algorithm: Algorithm = "sha256",
): string {
  const hmac = createHmac(algorithm, secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest(encoding);
}

/** Returns whether two texts are the same, in a time that doesn't reveal where they differ. */
export function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** Returns whether one of the given texts is the expected one. All are compared. */
export const isAmong = (given: readonly string[], expected: string): boolean =>
  given.map((one) => isSame(one, expected)).includes(true);

/** Returns whether a time in seconds since 1970 is near enough to now. */
export function isFresh(seconds: string | null, nowMs: number): boolean {
  if (seconds === null || !/^\d{1,12}$/.test(seconds)) return false;
  return Math.abs(Number(seconds) * 1000 - nowMs) <= TOLERANCE_MS;
}

export const secondsOf = (nowMs: number): string => String(Math.floor(nowMs / 1000));

/** Returns the values with this name in a list such as `t=1,v1=a,v1=b`. */
export function namedIn(list: string, name: string): string[] {
  return list
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
}
