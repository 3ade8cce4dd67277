import { readFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import { countWords } from "#lib/base/text/sentence.ts";
import { SEVERITIES } from "#lib/base/vocabulary/incident.ts";
import type { WriteUpJob } from "#lib/contract/write-up.ts";
import { askedWords } from "#lib/follow/write-up/asked-words.ts";
import { writeUpKindOf } from "#lib/follow/write-up/limits.ts";
import { onInstance } from "./on-instance.ts";
import { openInput } from "./read-input.ts";
import { EXIT, UsageError } from "./usage-error.ts";

interface WriteUpFlags {
  json?: boolean;
  zone?: string;
  severity: string;
  template?: string;
  restricted?: boolean;
}

const WAIT_MS = 500;

/** `import-write-ups PATH`: imports old write-ups as incidents with reviews, and prints the result of each. */
export function addImportWriteUpsCommand(program: Command): void {
  program
    .command("import-write-ups")
    .description("Import write-ups as incidents with draft reviews. Importing a file again adds nothing.")
    .argument("<path>", "a folder, a zip, or one Markdown, HTML, Word or text file")
    .option("--zone <zone>", "time zone for times without one: an IANA name such as Europe/Dublin, or an offset")
    .option("--severity <level>", "severity of incidents whose text states none, 1 to 4", "3")
    .option("--template <name>", "template of the reviews, such as quick (default: by severity)")
    .option("--restricted", "restrict the new incidents")
    .option("--json", "print the report as JSON")
    .addHelpText("after", "\nExit codes: 0 success, 1 failure or a file that wasn't imported, 2 usage error.")
    .action(async (path: string, flags: WriteUpFlags) => {
      process.exitCode = await importWriteUps(path, flags);
    });
}

async function importWriteUps(path: string, { json, severity, ...given }: WriteUpFlags): Promise<number> {
  const level = SEVERITIES.find((one) => String(one) === severity);
  if (!level) throw new UsageError(`“${severity}” isn't a severity. Write 1 to 4`);
  const { zone, template, restricted = false } = given;
  const options = {
    ...{ severity: level, timeZone: zone ?? "UTC", restricted },
    ...(zone ? { zone } : {}),
    ...(template ? { template } : {}),
  };
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() ?? false;
  const job = await onInstance("import", async ({ ctx }) => {
    const { createWriteUps, fileOf, getWriteUps, processWriteUps, receiveWriteUps } = await import(
      "#server/follow/write-up/index.ts"
    );
    const folder = async function* () {
      for (const file of await writeUpsIn(path))
        yield fileOf(relative(path, file).split(sep).join("/"), () => readFileSync(file));
    };
    const { id } = isFolder
      ? await receiveWriteUps(ctx(), { filename: basename(path), files: folder() }, options)
      : await createWriteUps(ctx(), { ...options, filename: basename(path), file: await openInput(path) });
    // A running server takes files too.
    for (;;) {
      await processWriteUps(ctx());
      const found = await getWriteUps(ctx(), { id });
      if (found.status === "done") return found;
      await sleep(WAIT_MS);
    }
  });
  process.stdout.write(json ? `${JSON.stringify(job, null, 2)}\n` : report(job));
  const { reviews = 0, known = [], rejected = [] } = job.result ?? {};
  return rejected.length === 0 && reviews + known.length > 0 ? EXIT.ok : EXIT.failed;
}

async function writeUpsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && writeUpKindOf(entry.name) !== null)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function report({ files, result }: WriteUpJob): string {
  const lines = files.map(({ file, state, reason, reviewKey, incidentKey, asked, leftOut }) => {
    const notes = [...askedWords(asked), ...leftOut.map((picture) => `picture left out: ${picture}`)];
    const more = notes.map((note) => `; ${note}`).join("");
    if (state === "rejected") return `${file}: not imported. ${reason}`;
    return `${file}: ${state === "known" ? "imported before as " : ""}${reviewKey} of ${incidentKey}${more}`;
  });
  const { reviews = 0, events = 0, actions = 0, factors = 0, known = [], rejected = [] } = result ?? {};
  const counts = [
    ...[countWords(reviews, "new review"), countWords(events, "event"), countWords(actions, "action")],
    ...[countWords(factors, "factor"), `${known.length} already known`, `${rejected.length} rejected`],
  ];
  return `${lines.join("\n")}\n${counts.join(", ")}.\n`;
}
