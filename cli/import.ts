import type { Command } from "commander";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import { onInstance } from "./on-instance.ts";
import { openInput } from "./read-input.ts";
import { readKey } from "./read-key.ts";
import { EXIT } from "./usage-error.ts";

interface ImportFlags {
  json?: boolean;
  zone?: string;
  date?: string;
  format?: string;
}

/** `import INC FILE`: imports a source into the timeline of an incident without a preview. */
export function addImportCommand(program: Command): void {
  program
    .command("import")
    .description("Import a file into the timeline of an incident. Importing it again adds nothing.")
    .argument("<incident>", "key of the incident, such as INC-12")
    .argument("<file>", "the file to import, or - for standard input")
    .option("--json", "print the import with its counts and rejected rows as JSON")
    .option("--zone <zone>", "time zone for times without one: an IANA name such as Europe/Dublin, or an offset")
    .option("--date <date>", "day for times without one, such as 2017-01-31")
    .option("--format <name>", "use this format instead of the detected one")
    .addHelpText("after", "\nExit codes: 0 success, 1 failure or nothing read, 2 usage error.")
    .action(async (incident: string, file: string, flags: ImportFlags) => {
      process.exitCode = await importFile(readKey(incident, "incident"), file, flags);
    });
}

/** Returns the facts that the times of an import lack, and the options that give them. */
function askedWords({ ambiguous, unanswered, undated }: ImportRecord): string {
  const waits = [
    undated > 0 ? `${undated} of them need a day (--date)` : "",
    unanswered > 0 ? `${unanswered} of them need a time zone (--zone)` : "",
  ].filter((words) => words !== "");
  if (waits.length === 0 && ambiguous > 0) return `, ${ambiguous} of them need an answer`;
  return waits.map((words) => `, ${words}`).join("");
}

async function importFile(key: string, file: string, { json, ...given }: ImportFlags): Promise<number> {
  const upload = await openInput(file);
  const record = await onInstance(key, async ({ ctx }) => {
    const { createImport } = await import("#server/incidents/import/index.ts");
    return createImport(ctx(), { key, filename: upload.name, file: upload, ...given });
  });
  if (json) process.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
  else {
    const { label, created, known, rejected } = record;
    const asked = askedWords(record);
    const rejects = record.rejects.map((reject) => `Rejected, line ${reject.line}: ${reject.reason}\n`).join("");
    process.stdout.write(
      `${rejects}${label} into ${key}: ${countWords(created, "new event")}${asked}, ${known} already known, ${rejected} rejected.\n`,
    );
  }
  return record.created + record.known > 0 ? EXIT.ok : EXIT.failed;
}
