import { ORPCError, ValidationError } from "@orpc/server";
import { fieldWords } from "#lib/across/audit/field-labels.ts";
import {
  AppError,
  ERRORS,
  type ErrorCode,
  type ErrorDetails,
  type FieldProblem,
  type LabelledProblem,
} from "#lib/base/errors.ts";
import { running } from "#server/base/kernel/running.ts";
import { logger } from "#server/base/process/log.ts";

type Issue = ValidationError["issues"][number];

/** Body of an error response: RFC 9457 with Afterword's own members after the standard ones. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail?: string;
  fields?: LabelledProblem[];
  rule?: string;
  current?: unknown;
  retryAfterSeconds?: number;
}

/** Returns the body for this error. */
export function problemOf(code: ErrorCode, details: ErrorDetails): Problem {
  const { message, fields, rule, current, retryAfterSeconds } = details;
  return {
    type: `/api/v1/docs#error-${code}`,
    title: ERRORS[code].title,
    status: ERRORS[code].status,
    code,
    ...(message === undefined ? {} : { detail: message }),
    ...(fields === undefined ? {} : { fields: fields.map(withLabel) }),
    ...(rule === undefined ? {} : { rule }),
    ...(current === undefined ? {} : { current }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}

/** Stands for the whole request where no field is to blame. */
const BODY = "(body)";

/** The label is of the innermost named part of the path: "windows.0.startedAt" is "start". */
function withLabel({ field, message }: FieldProblem): LabelledProblem {
  const named = field.split(".").findLast((part) => !/^\d*$/.test(part));
  return { field, label: named === undefined || named === BODY ? "request body" : fieldWords(named), message };
}

/** Returns the Retry-After header, if the problem contains it. */
export const retryAfter = ({ retryAfterSeconds }: Pick<Problem, "retryAfterSeconds">): Record<string, string> =>
  retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };

const pathOf = (issue: Issue): string =>
  issue.path?.map((part) => String(typeof part === "object" ? part.key : part)).join(".") ?? "";

/** Most errors that are useful to a person or program. A body can have thousands. */
const MOST_FIELDS = 20;

/** One line per field, at most the first 20. An unknown field is named itself, not only its place. */
function fieldsOf(error: ValidationError): FieldProblem[] {
  const fields = error.issues.slice(0, MOST_FIELDS).flatMap((issue) => {
    const path = pathOf(issue);
    const keys: unknown = "keys" in issue ? issue.keys : undefined;
    if (Array.isArray(keys)) {
      return keys.slice(0, MOST_FIELDS).map((key) => ({
        field: [path, String(key)].filter(Boolean).join("."),
        message: "is an unknown field. Remove it",
      }));
    }
    const [field, message] = expectationOf(issue, path);
    return [{ field: field || BODY, message }];
  });
  return fields.slice(0, MOST_FIELDS);
}

/** For "one of several shapes", returns the nearest one: the one that rejects only the value, not its type. */
function expectationOf(issue: Issue, path: string): [field: string, message: string] {
  const shapes: unknown = "errors" in issue ? issue.errors : undefined;
  if (!Array.isArray(shapes)) return [path, issue.message];
  const firsts = (shapes as (Issue & { code?: string })[][]).flatMap(([first]) => first ?? []);
  const nearest = firsts.find(({ code }) => code !== "invalid_type") ?? firsts.at(-1);
  return nearest ? [[path, pathOf(nearest)].filter(Boolean).join("."), nearest.message] : [path, issue.message];
}

const CODE_OF_STATUS = new Map<number, ErrorCode>(
  (Object.keys(ERRORS) as ErrorCode[]).map((code) => [ERRORS[code].status, code]),
);

const wrap = (code: ErrorCode, details: ErrorDetails, cause: unknown) =>
  new ORPCError(code.toUpperCase(), {
    status: ERRORS[code].status,
    message: details.message ?? ERRORS[code].title,
    data: problemOf(code, details),
    cause,
  });

/** Returns any error as both entry points send it. A refusal keeps its message, and a bug reveals nothing internal. */
export function toWireError(error: unknown): ORPCError<string, Problem> {
  if (isWireError(error)) return error;
  if (error instanceof AppError) return wrap(error.code, error.details, error);
  if (error instanceof ORPCError) {
    if (error.cause instanceof ValidationError && error.status === 400) {
      return wrap("invalid", { fields: fieldsOf(error.cause) }, error);
    }
    const code = error.cause instanceof ValidationError ? "internal" : CODE_OF_STATUS.get(error.status);
    if (code === "invalid") return wrap("invalid", { message: error.message }, error);
    if (code !== undefined) return wrap(code, {}, error);
  }
  logger().error({ err: error }, "a request failed");
  if (isDiskFull(error)) return wrap("unavailable", { message: DISK_FULL }, error);
  return isDatabaseLost(error) ? wrap("unavailable", { message: DATABASE_LOST }, error) : wrap("internal", {}, error);
}

const DISK_FULL =
  "The server's disk is full. Your change wasn't saved. Ask the person who runs the server to free space.";

/** Returns whether the disk is full, by the system's or PostgreSQL's code (53100), anywhere in the chain of causes. */
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  return (
    code === "ENOSPC" ||
    code === "53100" ||
    /No space left on device|`53100`/.test(error.message) ||
    isDiskFull(error.cause)
  );
}

// Whether a change was saved isn't known: the database may have been lost with its answer.
const DATABASE_LOST = "The database doesn't respond. Try again in a moment.";
const LOST = new RegExp(
  [
    "Can't reach database server|Connection terminated|Server has closed the connection",
    "timeout expired|Query read timeout|ECONNRE|57P0[123]|P10(?:01|02|17)",
  ].join("|"),
);

/** Returns whether it failed because the database is gone or silent. */
function isDatabaseLost(error: unknown): boolean {
  if (running().pulse?.isSilent) return true;
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return LOST.test(`${code} ${error.message}`) || isDatabaseLost(error.cause);
}

const isWireError = (error: unknown): error is ORPCError<string, Problem> =>
  error instanceof ORPCError &&
  typeof error.data === "object" &&
  error.data !== null &&
  "code" in error.data &&
  "title" in error.data;
