import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export type Algorithm = "sha256" | "sha512";
type Part = string | Uint8Array;

/** Five minutes either way: what Slack and Stripe ask for, and what clocks of servers keep. */
const TOLERANCE_MS = 5 * 60 * 1000;

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

/** Whether two texts are the same, in a time that tells nothing about where they differ. */
export function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** Whether one of the given texts is the expected one; all are looked at. */
export const isAmong = (given: readonly string[], expected: string): boolean =>
  given.map((one) => isSame(one, expected)).includes(true);

/** Whether a time in seconds since 1970 is near enough to now. */
export function isFresh(seconds: string | null, nowMs: number): boolean {
  if (seconds === null || !/^\d{1,12}$/.test(seconds)) return false;
  return Math.abs(Number(seconds) * 1000 - nowMs) <= TOLERANCE_MS;
}

export const secondsOf = (nowMs: number): string => String(Math.floor(nowMs / 1000));

/** The values of a list such as `t=1,v1=a,v1=b` that have this name. */
export function namedIn(list: string, name: string): string[] {
  return list
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
}
