/** A failure to start that a person can fix: what is wrong, and what to do about it. */
export class StartError extends Error {
  readonly whatToDo: string;
  constructor(what: string, whatToDo: string, cause?: unknown) {
    super(what, cause === undefined ? undefined : { cause });
    this.name = "StartError";
    this.whatToDo = whatToDo;
  }
}

/** Returns the problem, its cause if known, and how to fix it, one line each. */
export function explainStartError({ message, cause, whatToDo }: StartError): string {
  const reason = cause instanceof Error ? `\n  Reason: ${cause.message}` : "";
  return `${message}${reason}\n  What to do: ${whatToDo}`;
}

/**
 * Returns the text for the terminal when the server doesn't start: a message for what a person can fix, a stack trace
 * for a bug.
 */
export function explainFailure(error: unknown): string {
  if (error instanceof StartError) return `Afterword didn't start: ${explainStartError(error)}`;
  if (error instanceof Error && "syscall" in error) {
    return `Afterword didn't start: ${error.message}\n What to do: Fix what the system reports (access, disk space), and start again.`;
  }
  return `Afterword didn't start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** Returns the code of a system error (`ENOENT`) or of a PostgreSQL error (`57P03`), otherwise null. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
