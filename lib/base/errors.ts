/** Every error that a person or program can meet, with HTTP status and title by code. */
export const ERRORS = {
  invalid: { status: 400, title: "Some fields are invalid" },
  unauthenticated: { status: 401, title: "Sign in first" },
  forbidden: { status: 403, title: "You don't have permission to do this" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  conflict: { status: 409, title: "Someone changed this first" },
  too_large: { status: 413, title: "Too large" },
  unsupported: { status: 415, title: "Unsupported content type" },
  rule: { status: 422, title: "A rule doesn't allow this" },
  rate_limited: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something failed on the server" },
  unavailable: { status: 503, title: "Not ready" },
} as const;

export type ErrorCode = keyof typeof ERRORS;

export interface FieldProblem {
  field: string;
  message: string;
}

/** As it is sent, with the field's label: "review.meetingOn" is "meeting date". */
export type LabelledProblem = FieldProblem & { label: string };

export interface ErrorDetails {
  /** Explains the error and how to fix it, in one or two sentences. */
  message?: string;
  fields?: FieldProblem[];
  /** The rule that rejected it, as a stable code for programs. */
  rule?: string;
  /** The newer row, for a conflict. */
  current?: unknown;
  retryAfterSeconds?: number;
}

/** Marks the error, because each bundle of the server has its own class and instanceof fails between them. */
const BRAND = Symbol.for("afterword.AppError");

/** The only error class of the domain. HTTP appears only in server/http. */
export class AppError extends Error {
  static override [Symbol.hasInstance](value: unknown): value is AppError {
    return typeof value === "object" && value !== null && BRAND in value;
  }
  readonly [BRAND] = true;
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.message ?? ERRORS[code].title);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

export const notFound = () => new AppError("not_found");
export const forbidden = (message?: string) => new AppError("forbidden", message ? { message } : {});
export const refuse = (rule: string, message: string, field?: string) =>
  new AppError("rule", { rule, message, ...(field === undefined ? {} : { fields: [{ field, message }] }) });
export const conflict = (current: unknown) => new AppError("conflict", { current });
export const invalid = (field: string, message: string) => new AppError("invalid", { fields: [{ field, message }] });
