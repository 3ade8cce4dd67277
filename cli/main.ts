import { CommanderError } from "commander";
import { explainStartError, StartError } from "#server/base/process/start-error.ts";
import { createProgram } from "./program.ts";
import { EXIT, UsageError } from "./usage-error.ts";

// Deprecation warnings don't concern the user of a command.
process.noDeprecation = true;

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The reader of a pipe (head, less) can leave early. That isn't a failure.
  if (error.code !== "EPIPE") throw error;
});

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** Commander has already printed its own line, and reports `--help` and `--version` as errors too. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  process.stderr.write(`afterword: ${explain(error)}\n`);
  return error instanceof UsageError ? EXIT.usage : EXIT.failed;
}

function explain(error: unknown): string {
  if (error instanceof StartError) return explainStartError(error);
  return error instanceof Error ? error.message : String(error);
}
