import { randomUUID } from "node:crypto";
import { hmacOf, isAmong, isFresh, secondsOf } from "./compare.ts";
import type { HookRequest, Scheme } from "./request.ts";

/** A secret that starts with whsec_ is base64. Any other is used as it is. */
const keyOf = (secret: string): Uint8Array =>
  secret.startsWith("whsec_") ? Buffer.from(secret.slice(6), "base64") : Buffer.from(secret);

const read = ({ headers }: HookRequest, name: string) =>
  headers.get(`webhook-${name}`) ?? headers.get(`svix-${name}`) ?? "";

const signatureOf = (id: string, seconds: string, body: Uint8Array, secret: string) =>
  hmacOf([`${id}.${seconds}.`, body], keyOf(secret), "base64");

/** Standard Webhooks, as incident.io (by Svix) and GitLab's signing token send them: HMAC of `<id>.<time>.<body>`. */
export const standardWebhooks: Scheme = {
  verify(request, secret, nowMs) {
    const [id, seconds, given] = [read(request, "id"), read(request, "timestamp"), read(request, "signature")];
    if (!id || !seconds || !given) return "no_signature";
    const signatures = given
      .split(/\s+/)
      .filter((one) => one.startsWith("v1,"))
      .map((one) => one.slice(3));
    if (!isAmong(signatures, signatureOf(id, seconds, request.body, secret))) return "wrong_signature";
    return isFresh(seconds, nowMs) ? "ok" : "stale";
  },
  sign(body, secret, nowMs) {
    const [id, seconds] = [`msg_${randomUUID()}`, secondsOf(nowMs)];
    const signature = `v1,${signatureOf(id, seconds, body, secret)}`;
    return { "webhook-id": id, "webhook-timestamp": seconds, "webhook-signature": signature };
  },
};
