import { ORPCError } from "@orpc/client";
import type { ErrorCode, FieldProblem, LabelledProblem } from "#lib/base/errors.ts";

export interface ApiProblem {
  code: ErrorCode;
  title: string;
  detail?: string;
  fields?: (FieldProblem & Partial<LabelledProblem>)[];
  rule?: string;
  current?: unknown;
  retryAfterSeconds?: number;
}

/** Returns the server's problem for a rejected call. Null if there was no response (offline, server stopped). */
export function problemOf(error: unknown): ApiProblem | null {
  if (!(error instanceof ORPCError)) return null;
  const data: unknown = error.data;
  return typeof data === "object" && data !== null && "code" in data && "title" in data ? (data as ApiProblem) : null;
}

/** Returns whether a record doesn't exist for this person: unknown, hidden, or an impossible id. */
export const isGone = (error: unknown): boolean => ["not_found", "invalid"].includes(problemOf(error)?.code ?? "");

/**
 * Returns the data of a read that a page can show. The cache keeps the last answer, even after its record was purged or
 * hidden from this person.
 */
export const shownData = <Data>({ data, error }: { data: Data | undefined; error: unknown }): Data | undefined =>
  isGone(error) ? undefined : data;

const PASSING: ReadonlySet<ErrorCode> = new Set(["internal", "unavailable", "rate_limited"]);
const MOST_TRIES = 3;

/**
 * Returns whether to retry a read that failed `count` times: there was no response, or the server was temporarily
 * unable.
 */
export function mayPass(count: number, error: unknown): boolean {
  const problem = problemOf(error);
  return count < MOST_TRIES && (problem === null || PASSING.has(problem.code));
}

/** Returns the error of a failed read, which leaves nothing unsaved. */
export function readWordsOf(error: unknown): string {
  const problem = problemOf(error);
  if (!problem) return "No response from the server. Try again.";
  return problem.code === "unauthenticated" ? "You're signed out. Sign in again." : wordsOf(error);
}

/** Returns why a change of `what` wasn't saved: someone else was first, or the error. */
export function unsavedWords(error: unknown, what: string): string {
  if (problemOf(error)?.code !== "conflict") return wordsOf(error);
  return `Someone else changed ${what} first, so your change wasn't saved. The newer version is shown. Make your change again if you still need it.`;
}

/** Returns the error in one sentence, for a toast or a line under a form. */
export function wordsOf(error: unknown): string {
  const problem = problemOf(error);
  if (!problem) return "No response from the server. Your change wasn't saved. Try again.";
  if (problem.code === "unauthenticated")
    return "You're signed out, so your change wasn't saved. Sign in again, then save again.";
  const field = problem.fields?.[0];
  if (field) {
    // A server of an older version sends no label.
    const { label = field.field } = field;
    return `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${field.message}`;
  }
  return problem.detail ?? problem.title;
}
