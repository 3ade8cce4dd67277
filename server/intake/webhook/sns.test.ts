import { createSign, generateKeyPairSync } from "node:crypto";
import { expect, it, vi } from "vitest";
import { readHandshake } from "./handshake.ts";
import { confirmSubscription, isConfirmation, isSnsHost, textToSign } from "./sns.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const certificate = publicKey.export({ type: "spki", format: "pem" }).toString();
const HOST = "https://sns.eu-west-1.amazonaws.com";

function confirmation(more: Record<string, string> = {}) {
  const message = {
    Type: "SubscriptionConfirmation" as const,
    MessageId: "165545c9-2a5c-472c-8df2-7ff2be2b3b1b",
    Token: "2336412f37",
    TopicArn: "arn:aws:sns:eu-west-1:123456789012:alarms",
    Message: "You have chosen to subscribe to the topic.",
    SubscribeURL: `${HOST}/?Action=ConfirmSubscription`,
    Timestamp: "2026-02-14T12:00:00.000Z",
    SignatureVersion: "2" as const,
    SigningCertURL: `${HOST}/SimpleNotificationService-1.pem`,
    Signature: "",
    ...more,
  };
  const signature = createSign("RSA-SHA256").update(textToSign(message)).sign(privateKey, "base64");
  return { ...message, Signature: signature };
}

it.each([
  [`${HOST}/x.pem`, true],
  ["https://sns.cn-north-1.amazonaws.com.cn/x", true],
  ["http://sns.eu-west-1.amazonaws.com/x", false],
  ["https://sns.eu-west-1.amazonaws.com.example.com/x", false],
  ["https://evil.com/sns.eu-west-1.amazonaws.com", false],
  ["https://sns.eu-west-1.amazonaws.com:444/x", false],
  ["https://user@sns.eu-west-1.amazonaws.com/x", false],
  ["https://s3.amazonaws.com/x", false],
  ["//x", false],
  [7, false],
])("%s is a host of SNS: %s", (address, expected) => {
  expect(isSnsHost(address)).toBe(expected);
});

it("confirms a subscription that Amazon has signed", async () => {
  const fetchText = vi.fn(async (url: string) => (url.endsWith(".pem") ? certificate : "<ok/>"));
  const message = confirmation();
  expect(isConfirmation(message)).toBe(true);
  expect(await confirmSubscription(message, fetchText)).toContain("is confirmed");
  expect(fetchText.mock.calls.map(([url]) => url)).toEqual([message.SigningCertURL, message.SubscribeURL]);
});

it("asks no one else, and confirms nothing with another signature", async () => {
  const fetchText = vi.fn(async () => certificate);
  expect(
    await confirmSubscription(confirmation({ SigningCertURL: "https://evil.example/x.pem" }), fetchText),
  ).toContain("wasn't confirmed");
  expect(fetchText).not.toHaveBeenCalled();
  const tampered = { ...confirmation(), TopicArn: "arn:aws:sns:eu-west-1:1:other" };
  expect(await confirmSubscription(tampered, fetchText)).toContain("wasn't confirmed");
  expect(fetchText).toHaveBeenCalledTimes(1);
});

it("recognises the first requests of tools without an event", () => {
  const of = (source: string, said: object, headers = {}) =>
    readHandshake(source, new Headers(headers), new TextEncoder().encode(JSON.stringify(said)));
  expect(of("slack", { type: "url_verification", challenge: "abc" })?.answer).toEqual({ challenge: "abc" });
  expect(of("slack", { type: "event_callback" })).toBeNull();
  expect(of("github", {}, { "x-github-event": "ping" })?.reason).toContain("ping");
  expect(of("aws", { Type: "SubscriptionConfirmation", SubscribeURL: "https://evil.example" })?.reason).toContain(
    "wasn't confirmed",
  );
  expect(of("aws", confirmation())).toBeNull();
});
