/** A failure to start that a person can mend: what is wrong, and what to do about it. */
export class StartError extends Error {
  readonly whatToDo: string;
  constructor(what: string, whatToDo: string, cause?: unknown) {
    super(what, cause === undefined ? undefined : { cause });
    this.name = "StartError";
    this.whatToDo = whatToDo;
  }
}

/** The text for the terminal: a StartError in two sentences, anything else with its stack. */
export function explainFailure(error: unknown): string {
  if (error instanceof StartError) {
    const reason = error.cause instanceof Error ? `\n  Reason: ${error.cause.message}` : "";
    return `Afterword did not start: ${error.message}${reason}\n  What to do: ${error.whatToDo}`;
  }
  return `Afterword did not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** The code of a system error (`ENOENT`), of a PostgreSQL error (`57P03`), else null. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
