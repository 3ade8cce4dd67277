import { z } from "zod";
import { type Answer, ask, readAnswer, refuseAnswer, type Target, TrackerError } from "./connector.ts";

export interface Request {
  method?: "GET" | "POST" | "PUT";
  /** From the base URL on, with its query. */
  path: string;
  headers: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Whether a POST only reads. */
  reads?: boolean;
}

const BODY_START = 2000;

/** Where the failures of these trackers have their words. Jira's `errors` are by field. */
const Failure = z.object({
  message: z.unknown().optional(),
  error: z.unknown().optional(),
  error_description: z.unknown().optional(),
  errorMessages: z.array(z.unknown()).optional(),
  errors: z.union([z.array(z.object({ message: z.unknown() })), z.record(z.string(), z.unknown())]).optional(),
});

const texts = (value: unknown): string[] => (typeof value === "string" && value !== "" ? [value] : []);

/** Returns the first line of what a tracker says went wrong, without the token if it repeats it. */
function wordsOf(text: string, token: string): string | null {
  const found = [...wordsIn(text)].map((one) => one.trim().split("\n", 1)[0] ?? "").find((one) => one !== "");
  return found?.replaceAll(token, "…") ?? null;
}

function* wordsIn(text: string): Generator<string> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return;
  }
  yield* texts(body);
  const { data } = Failure.safeParse(body);
  if (!data) return;
  yield* (data.errorMessages ?? []).flatMap(texts);
  if (Array.isArray(data.errors)) yield* data.errors.flatMap(({ message }) => texts(message));
  else yield* Object.entries(data.errors ?? {}).flatMap(([field, why]) => texts(why).map((one) => `${field}: ${one}`));
  yield* [data.error_description, data.message, data.error].flatMap(texts);
  if (typeof data.message === "object") yield JSON.stringify(data.message).slice(0, BODY_START);
}

/** Throws the `TrackerError` of a response that isn't a success, in the tracker's words. */
export function refuse(host: string, answer: Answer, reads: boolean, token: string): void {
  const words = wordsOf(answer.text, token);
  // Without the right to change one issue, the token still works for others.
  const isOneIssue = answer.status === 403 && !reads && !/scope|not accessible|SAML/i.test(words ?? "");
  if (isOneIssue && answer.headers["retry-after"] === undefined)
    throw new TrackerError("rejected", `${host} doesn't let this token change it${words ? `: ${words}` : ""}`);
  refuseAnswer(host, answer, words);
}

/** Sends a request to a tracker and returns its response, if it is a success. */
export async function send(
  { baseUrl, token }: Target,
  { path, body, method = "GET", headers, reads = method === "GET" }: Request,
): Promise<Answer> {
  const url = new URL(baseUrl.replace(/\/+$/, "") + path);
  const asked = { accept: "application/json", ...headers };
  const answer = await ask(url, {
    method,
    ...(body === undefined
      ? { headers: asked }
      : { headers: { ...asked, "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  refuse(url.host, answer, reads, token);
  return answer;
}

/** Sends a request to a tracker and returns what its schema reads from the response. */
export async function call<Shape>(target: Target, request: Request, shape: z.ZodType<Shape>): Promise<Shape> {
  return readAnswer(hostOf(target), shape, (await send(target, request)).text);
}

export const hostOf = ({ baseUrl }: Target): string => new URL(baseUrl).host;

/** Returns null instead of throwing if what is asked for isn't there. */
export async function orNull<Found>(found: Promise<Found>): Promise<Found | null> {
  return found.catch((error: unknown) => {
    if (error instanceof TrackerError && error.fault === "missing") return null;
    throw error;
  });
}

/** Returns an instant in UTC. Throws a `TrackerError` for a text that isn't one. */
export function instantOf(host: string, text: string): string {
  const ms = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  if (Number.isNaN(ms)) throw new TrackerError("answer", `${host} returned a time that can't be read`);
  return new Date(ms).toISOString();
}

/** A page of what changed: from an instant on, and its number if many have the same one. */
interface Page {
  from: string;
  at: number;
}

/** Returns the instant and the number of a page. Without one, it is the first since an instant. */
export function pageOf(since: string, page: string | null): Page {
  const [from = since, at = "1"] = page?.split(" ") ?? [];
  return { from, at: Number(at) };
}

/**
 * Returns the page after one that ended with an instant. It continues from there: an issue that changes while pages are
 * read moves to the end and others move up, so the next number would leave one out.
 */
export const nextPage = ({ from, at }: Page, last: string): string => (last > from ? `${last} 1` : `${from} ${at + 1}`);

const NOT_DONE =
  /^((wont|willnot)(do|fix)|notplanned|nottobedone|notabug|duplicated?|invalid|declined|rejected|cancell?ed|abandoned|obsolete|cannotreproduce|incomplete)$/;

/** Returns whether the name of a label, status or resolution says that an issue was closed without being done. */
export const saysNotPlanned = (name: string): boolean =>
  NOT_DONE.test((name.split("::").at(-1) ?? "").toLowerCase().replace(/[^\p{L}]/gu, ""));
