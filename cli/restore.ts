import { createReadStream, existsSync } from "node:fs";
import type { Command } from "commander";
import { runOnDatabase } from "./run-on-database.ts";
import { UsageError } from "./usage-error.ts";

/** `restore FILE`: fills an empty instance from a backup. */
export function addRestoreCommand(program: Command): void {
  program
    .command("restore")
    .description("Restore a backup into an empty instance, completely or not at all.")
    .argument("<file>", "the backup file")
    .option("--json", "print the number of rows by table as JSON")
    .addHelpText(
      "after",
      "\nAn instance is empty if its AFTERWORD_DATA or DATABASE_URL was never started, or only with AFTERWORD_DEMO=0.",
    )
    .action((file: string, flags: { json?: boolean }) => restore(file, flags));
}

async function restore(file: string, { json }: { json?: boolean }): Promise<void> {
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
  const rows = await runOnDatabase(
    async ({ url, ctx }) => {
      const { recordBackup, restoreBackup } = await import("#server/across/backup/index.ts");
      const restored = await restoreBackup(url, createReadStream(file));
      await recordBackup(ctx(), { action: "backup.restored", rows: restored });
      return restored;
    },
    { create: true },
  );
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  process.stdout.write(json ? `${JSON.stringify({ file, rows }, null, 2)}\n` : `Restored ${total} rows from ${file}\n`);
}
