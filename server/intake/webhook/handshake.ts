import { isSnsHost } from "./sns.ts";

/** A delivery without events: the response, and its description in the list. */
export interface Handshake {
  /** Body of a 200 response. Null: the usual 202. */
  answer: Record<string, string> | null;
  reason: string;
}

const LONGEST = 20_000;

/**
 * Recognises what tools send to check a connection: Slack's challenge, GitHub's ping, an unsubscription of SNS. Null
 * for anything else.
 */
export function readHandshake(source: string, headers: Pick<Headers, "get">, body: Uint8Array): Handshake | null {
  if (source === "github" && headers.get("x-github-event") === "ping")
    return { answer: null, reason: "GitHub's ping received. The connection works." };
  if (source !== "slack" && source !== "aws") return null;
  const said = body.length > LONGEST ? null : parse(body);
  if (said === null) return null;
  if (source === "slack" && said.type === "url_verification" && typeof said.challenge === "string")
    return { answer: { challenge: said.challenge }, reason: "Slack checked the URL." };
  if (source === "aws" && said.Type === "UnsubscribeConfirmation")
    return { answer: null, reason: "Amazon SNS ended this subscription." };
  if (source === "aws" && said.Type === "SubscriptionConfirmation" && !isSnsHost(said.SubscribeURL))
    return { answer: null, reason: "A subscription wasn't confirmed, because its URL isn't an Amazon SNS URL." };
  return null;
}

function parse(body: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
