/** A failure to start that a person can put right: what is wrong, and what to do about it. */
export class StartError extends Error {
  readonly whatToDo: string;
  constructor(what: string, whatToDo: string, cause?: unknown) {
    super(what, cause === undefined ? undefined : { cause });
    this.name = "StartError";
    this.whatToDo = whatToDo;
  }
}

/** What is wrong, why where that is known, and what to do: a line each. */
export function explainStartError({ message, cause, whatToDo }: StartError): string {
  const reason = cause instanceof Error ? `\n  Reason: ${cause.message}` : "";
  return `${message}${reason}\n  What to do: ${whatToDo}`;
}

/** The text for the terminal when the server does not start: what a person can put right in words, a fault of ours with its stack. */
export function explainFailure(error: unknown): string {
  if (error instanceof StartError) return `Afterword didn't start: ${explainStartError(error)}`;
  if (error instanceof Error && "syscall" in error) {
    return `Afterword didn't start: ${error.message}\n What to do: Fix what the system reports (access, disk space), and start again.`;
  }
  return `Afterword didn't start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** The code of a system error (`ENOENT`), of a PostgreSQL error (`57P03`), else null. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
