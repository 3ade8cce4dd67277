import type { IncomingMessage } from "node:http";
import type { z } from "zod";
import type { TrackerVendor } from "#lib/base/vocabulary/issue-tracker.ts";
import type { NewIssue, RemoteChange, RemoteIssue, RemotePerson } from "#lib/follow/tracker/remote-issue.ts";
import { NotAllowedAddress, readBody, sendOutgoing } from "#server/base/outgoing/index.ts";
import { hookRules } from "#server/intake/webhook/index.ts";

/** Where the issues of a connection are, and who asks. */
export interface Target {
  /** Origin and path of the API, without a slash at its end: https://api.github.com, https://acme.atlassian.net. */
  baseUrl: string;
  /** As its tracker names it: acme/payments, a GitLab path, the key of a Jira project or Linear team. */
  project: string;
  token: string;
  /** For Jira: the email address that the token belongs to. */
  account: string | null;
}

/** The abilities of a connection, as shown when it is checked. */
export interface TargetCheck {
  /** Whose token it is. */
  who: RemotePerson;
  /** Name of the project or repository. */
  title: string;
  /** Who can be assigned, at most 500. */
  people: readonly RemotePerson[];
}

/** A page of what changed since an instant. */
export interface ChangedPage {
  issues: readonly RemoteIssue[];
  /** Passed as `page` for the next page. Null: this is the last one. */
  next: string | null;
}

export type HookReading =
  | { is: "ignored"; why: string }
  /** It can concern any issue, such as a milestone with another date. */
  | { is: "all" }
  /** `issueIds` are those of `RemoteIssue`. `project` is the issue's if its id is unique only there. */
  | { is: "issues"; project: string | null; issueIds: readonly string[] };

export interface HookHeaders {
  get(name: string): string | null;
}

/** One issue tracker. Every method throws a `TrackerError`, and nothing else, if the tracker can't do what is asked. */
export interface Connector {
  /** As people know it. */
  label: string;
  /** The base URL if a connection names none. Null: it must. */
  defaultBaseUrl: string | null;
  check(target: Target): Promise<TargetCheck>;
  /** Finds an issue by what a person pasted: address, `acme/payments#790`, `#790` or `OPS-77`. Null: not one of the target's. */
  find(target: Target, text: string): Promise<RemoteIssue | null>;
  /** Reads one issue. Null if it is gone or not visible any more. */
  read(target: Target, id: string): Promise<RemoteIssue | null>;
  /**
   * Returns the id of the person who gave an issue its present due date, or null if the tracker doesn't say. The issue
   * had another one at `since`.
   */
  dueMover(target: Target, issue: Pick<RemoteIssue, "id" | "due">, since: string): Promise<string | null>;
  /** Returns a page of the issues that changed at or after an instant, the earliest first. */
  changedSince(target: Target, since: string, page: string | null): Promise<ChangedPage>;
  create(target: Target, issue: NewIssue): Promise<RemoteIssue>;
  /** Returns the issue after the change. A value that the tracker didn't take is as it was there. */
  update(target: Target, id: string, change: RemoteChange): Promise<RemoteIssue>;
  webhook: {
    /** Returns whether the secret signed these bytes. `now` is for trackers that sign the time. */
    verify(headers: HookHeaders, body: Uint8Array, secret: string, now: Date): boolean;
    read(headers: HookHeaders, body: Uint8Array): HookReading;
  };
}

/**
 * The reason for a tracker's failure: it rejected the token, doesn't have it, rejected the request, asks to wait,
 * can't be reached, or its response contradicts its documentation.
 */
export type TrackerFault = "token" | "missing" | "rejected" | "wait" | "unreachable" | "answer";

export class TrackerError extends Error {
  readonly fault: TrackerFault;
  /** Of `wait`: after how many seconds. */
  readonly retryAfterSeconds: number | null;
  constructor(fault: TrackerFault, message: string, retryAfterSeconds: number | null = null) {
    super(message);
    this.name = "TrackerError";
    this.fault = fault;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const WITHIN_MS = 15_000;
const MOST_BYTES = 4_000_000;
/** Of what a tracker says went wrong. */
const MOST_WORDS = 160;

export interface Sent {
  method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  headers: Record<string, string>;
  body?: string;
}

export interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  text: string;
}

/**
 * Sends a request and returns its response of at most 4 MB, within 15 s. A redirect isn't followed. Throws a
 * `TrackerError` only if there is no response: see `refuseAnswer` for one that says no.
 */
export async function ask(url: URL, sent: Sent): Promise<Answer> {
  try {
    const response = await sendOutgoing(url, { ...sent, signal: AbortSignal.timeout(WITHIN_MS) });
    const text = await readBody(response, MOST_BYTES);
    if (text === null) throw new TrackerError("answer", `${url.host} returned more than 4 MB`);
    return { status: response.statusCode ?? 0, headers: response.headers, text };
  } catch (error) {
    if (error instanceof TrackerError) throw error;
    if (error instanceof NotAllowedAddress)
      throw new TrackerError(
        "unreachable",
        `${url.host} is in a private network. List it in AFTERWORD_PRIVATE_HOSTS if it is yours.`,
      );
    throw new TrackerError("unreachable", `The server ${url.host} can't be reached`);
  }
}

/** Throws the `TrackerError` of a response that isn't a success. `words` is what the tracker said went wrong. */
export function refuseAnswer(host: string, { status, headers }: Omit<Answer, "text">, words: string | null): void {
  if (status >= 200 && status < 300) return;
  const said = words?.trim().split("\n", 1)[0]?.slice(0, MOST_WORDS);
  const message = `${host} returned ${status}${said ? `: ${said}` : ""}`;
  const wait = Number(headers["retry-after"]);
  if (status === 429 || (status === 403 && headers["retry-after"] !== undefined))
    throw new TrackerError("wait", message, Number.isFinite(wait) ? wait : null);
  if (status === 401 || status === 403) throw new TrackerError("token", message);
  if (status === 404 || status === 410) throw new TrackerError("missing", message);
  if (status >= 500) throw new TrackerError("unreachable", message);
  if (status >= 300 && status < 400) throw new TrackerError("answer", `${message}. Redirects aren't followed.`);
  throw new TrackerError("rejected", message);
}

/** Returns a body as its schema says. Throws a `TrackerError` for one that isn't. */
export function readAnswer<Shape>(host: string, schema: z.ZodType<Shape>, text: string): Shape {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TrackerError("answer", `${host} returned something that isn't JSON`);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const at = read.error.issues[0]?.path.join(".") ?? "";
  throw new TrackerError("answer", `${host} returned an unknown format${at ? ` at ${at}` : ""}`);
}

/** Returns whether a webhook is signed with the secret, as the vendor's deliveries of events are. */
export function isSigned(
  vendor: TrackerVendor,
  headers: HookHeaders,
  body: Uint8Array,
  secret: string,
  now: Date,
): boolean {
  const request = { headers, body, query: new URLSearchParams(), pathSecret: null };
  return hookRules(vendor)?.scheme.verify(request, secret, now.getTime()) === "ok";
}
