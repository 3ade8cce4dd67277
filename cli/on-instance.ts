import { AppError } from "#lib/base/errors.ts";
import type { OnDatabase } from "./run-on-database.ts";
import { runOnDatabase } from "./run-on-database.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Runs `work` on the instance that the settings name. An expected error becomes one line. `what` names the missing
 * record in it. Invalid fields become a UsageError.
 */
export async function onInstance<T>(what: string, work: (on: OnDatabase) => Promise<T>): Promise<T> {
  try {
    return await runOnDatabase(async (on) => {
      const { assertMigrated } = await import("#server/base/db/migrate.ts");
      await assertMigrated(on.url);
      return work(on);
    });
  } catch (error) {
    throw error instanceof AppError ? explain(error, what) : error;
  }
}

function explain({ code, message, details }: AppError, what: string): Error {
  const fields = (details.fields ?? []).map((problem) => `${problem.field}: ${problem.message}`);
  switch (code) {
    case "not_found":
      return new Error(`There is no ${what}.`);
    case "invalid":
      return new UsageError(fields.length > 0 ? fields.join("; ") : message);
    default:
      return new Error(message);
  }
}
