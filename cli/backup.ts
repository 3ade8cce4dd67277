import type { WriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import type { Command } from "commander";
import { runOnDatabase } from "./run-on-database.ts";
import { UsageError } from "./usage-error.ts";

/** `backup FILE`: writes one consistent archive of everything while the server may be running. */
export function addBackupCommand(program: Command): void {
  program
    .command("backup")
    .description("Write everything to one file, as of one moment. The server can keep running.")
    .argument("<file>", "file to write. An existing file is replaced once the new one is complete")
    .option("--json", "print the number of rows by table as JSON")
    .addHelpText("after", "\nThe session secret isn't in the backup. After a restore, everyone signs in again.")
    .action((file: string, flags: { json?: boolean }) => backup(file, flags));
}

async function backup(file: string, { json }: { json?: boolean }): Promise<void> {
  const draft = `${file}.part`;
  const target = await openDraft(draft, file);
  const rows = await runOnDatabase(async ({ url, ctx }) => {
    const { recordBackup, writeBackup } = await import("#server/across/backup/index.ts");
    const written = await writeBackup(url, target);
    await rename(draft, file);
    await recordBackup(ctx(), { action: "backup.made", rows: written });
    return written;
  }).finally(() => rm(draft, { force: true }));
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  process.stdout.write(json ? `${JSON.stringify({ file, rows }, null, 2)}\n` : `Wrote ${total} rows to ${file}\n`);
}

// It contains everything, including restricted records, so only its owner can read it.
async function openDraft(draft: string, file: string): Promise<WriteStream> {
  try {
    return (await open(draft, "w", 0o600)).createWriteStream();
  } catch (error) {
    throw new UsageError(`couldn't write ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
