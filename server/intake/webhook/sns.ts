import { createVerify } from "node:crypto";
import { z } from "zod";
import { readBody, sendOutgoing } from "#server/base/outgoing/index.ts";

const HOST = /^sns\.[a-z0-9-]{1,40}\.amazonaws\.com(\.cn)?$/;
const LIMIT_BYTES = 64 * 1024;
const TIMEOUT_MS = 5000;

/** A confirmation that SNS requires before it sends anything. */
const Confirmation = z.object({
  Type: z.literal("SubscriptionConfirmation"),
  Message: z.string(),
  MessageId: z.string(),
  SubscribeURL: z.string(),
  Timestamp: z.string(),
  Token: z.string(),
  TopicArn: z.string(),
  Signature: z.string(),
  SignatureVersion: z.enum(["1", "2"]),
  SigningCertURL: z.string(),
});
type Confirmation = z.infer<typeof Confirmation>;

export type FetchText = (url: string) => Promise<string>;

/** Returns whether a URL belongs to Amazon SNS, over TLS, on the usual port. */
export function isSnsHost(address: unknown): boolean {
  if (typeof address !== "string" || !URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === "https:" && url.port === "" && url.username === "" && HOST.test(url.hostname);
}

/** Returns the text that SNS signs for a confirmation: names and values sorted by name, one per line. */
export function textToSign(message: Confirmation): string {
  const names = ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"] as const;
  return names.map((name) => `${name}\n${message[name]}\n`).join("");
}

export const isConfirmation = (value: unknown): value is Confirmation => Confirmation.safeParse(value).success;

/**
 * Confirms a subscription. URLs must be Amazon's, and the signature valid. Returns a description. `fetchText` is called
 * for the certificate and the confirmation only, both on hosts of SNS.
 */
export async function confirmSubscription(message: Confirmation, fetchText: FetchText = fetchOwn): Promise<string> {
  if (!isSnsHost(message.SigningCertURL) || !isSnsHost(message.SubscribeURL))
    return "A subscription wasn't confirmed, because its URLs aren't Amazon SNS URLs.";
  const certificate = await fetchText(message.SigningCertURL);
  const algorithm = message.SignatureVersion === "2" ? "RSA-SHA256" : "RSA-SHA1";
  const verify = createVerify(algorithm).update(textToSign(message), "utf8");
  if (!verify.verify(certificate, message.Signature, "base64"))
    return "A subscription wasn't confirmed, because its signature isn't from Amazon SNS.";
  await fetchText(message.SubscribeURL);
  return `The subscription to ${message.TopicArn} is confirmed.`;
}

async function fetchOwn(url: string): Promise<string> {
  const response = await sendOutgoing(new URL(url), { headers: {}, signal: AbortSignal.timeout(TIMEOUT_MS) });
  const text = await readBody(response, LIMIT_BYTES);
  if (response.statusCode !== 200) throw new Error(`Amazon SNS returned ${response.statusCode}`);
  if (text === null) throw new Error("Amazon SNS returned too much data");
  return text;
}
