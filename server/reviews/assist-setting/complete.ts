import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { NotAllowedAddress, readBody, sendOutgoing } from "#server/base/outgoing/index.ts";

/** How the assistant is reached, with its key. */
export interface Connection {
  url: string;
  model: string;
  key: string | null;
}

export interface ChatMessage {
  role: "system" | "user";
  content: string;
}

interface Question {
  messages: readonly ChatMessage[];
  /** Longest answer, in tokens. */
  maxTokens: number;
  signal: AbortSignal;
  withinMs?: number;
}

/** Why the assistant gave no answer. The message is for people. It never quotes what the other server said. */
export class AssistFailure extends Error {}

const WITHIN_MS = 120_000;
const MOST_BYTES = 1024 * 1024;
const LONGEST_WAIT_SECONDS = 86_400;

const Answer = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string() }), finish_reason: z.string().nullish() }))
    .min(1),
});

/**
 * Asks an OpenAI-compatible API for a chat completion and returns its text. Throws an `AssistFailure`, or the reason of
 * `signal`.
 */
export async function complete(connection: Connection, question: Question): Promise<string> {
  const { withinMs = WITHIN_MS } = question;
  const late = AbortSignal.timeout(withinMs);
  const signal = AbortSignal.any([question.signal, late]);
  try {
    return await answerOf(connection, { ...question, signal });
  } catch (error) {
    if (question.signal.aborted) throw question.signal.reason;
    if (late.aborted) throw new AssistFailure(`No complete answer within ${Math.ceil(withinMs / 1000)} s. Try again.`);
    if (error instanceof AssistFailure) throw error;
    throw new AssistFailure(connectionWords(error, new URL(connection.url).host));
  }
}

async function answerOf(connection: Connection, question: Question): Promise<string> {
  let { status, headers, text } = await post(connection, question, "max_tokens");
  // Newer models know the limit by another name.
  if (status === 400 && text.includes("max_completion_tokens"))
    ({ status, headers, text } = await post(connection, question, "max_completion_tokens"));
  if (status !== 200) throw new AssistFailure(statusWords(status, headers));
  const [choice] = parsed(text).choices;
  if (choice?.finish_reason === "length")
    throw new AssistFailure("The answer was too long and is incomplete. Try again, or use another model.");
  if (!choice || choice.message.content.trim() === "") throw new AssistFailure("The answer was empty. Try again.");
  return choice.message.content;
}

function parsed(text: string): z.infer<typeof Answer> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AssistFailure("The answer isn't JSON. Check that the URL is that of an OpenAI-compatible API.");
  }
  const answer = Answer.safeParse(json);
  if (!answer.success)
    throw new AssistFailure(
      "The answer isn't a chat completion. Check that the URL is that of an OpenAI-compatible API.",
    );
  return answer.data;
}

type TokenLimit = "max_tokens" | "max_completion_tokens";

async function post({ url, model, key }: Connection, { messages, maxTokens, signal }: Question, limit: TokenLimit) {
  const response = await sendOutgoing(new URL(`${url.replace(/\/+$/, "")}/chat/completions`), {
    method: "POST",
    headers: {
      ...{ "content-type": "application/json", accept: "application/json" },
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ model, messages, [limit]: maxTokens, stream: false }),
    signal,
  });
  const { statusCode: status = 0, headers } = response;
  const text = await readBody(response, MOST_BYTES);
  if (text === null) throw new AssistFailure("The answer is larger than 1 MB. Try again, or use another model.");
  return { status, headers, text };
}

function statusWords(status: number, headers: IncomingMessage["headers"]): string {
  if (status >= 300 && status < 400)
    return "The URL redirects, and redirects aren't followed. Ask an admin to enter the final URL in Settings.";
  switch (status) {
    case 401:
    case 403:
      return `The key was rejected (status ${status}). Ask an admin to check it in Settings.`;
    case 404:
      return "The API doesn't know this URL or this model (status 404). Ask an admin to check them in Settings.";
    case 429: {
      const seconds = Number(headers["retry-after"]);
      const isKnown = Number.isInteger(seconds) && seconds > 0 && seconds <= LONGEST_WAIT_SECONDS;
      return `The API received too many requests (status 429). Try again ${isKnown ? `in ${seconds} s` : "later"}.`;
    }
    default:
      return status >= 500
        ? `The API failed (status ${status}). Try again later.`
        : `The API rejected the request (status ${status}). Ask an admin to check the model in Settings.`;
  }
}

function connectionWords(error: unknown, host: string): string {
  if (error instanceof NotAllowedAddress)
    return `${host} is in a private network. Ask an admin to add it to AFTERWORD_PRIVATE_HOSTS.`;
  const { code } = error as { code?: unknown };
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return `The name ${host} wasn't found. Ask an admin to check the URL in Settings.`;
  if (code === "ECONNREFUSED") return `${host} refused the connection. Check that the API is running.`;
  if (code === "ECONNRESET" || code === "EPIPE") return `${host} closed the connection before it answered. Try again.`;
  if (typeof code === "string" && /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code))
    return `The certificate of ${host} isn't trusted (${code}). Ask an admin to check it.`;
  return `Couldn't reach ${host}${typeof code === "string" ? ` (${code})` : ""}. Ask an admin to check the URL in Settings.`;
}
