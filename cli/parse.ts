import type { Command } from "commander";
import { readInput } from "./read-input.ts";
import { EXIT } from "./usage-error.ts";

interface ParseFlags {
  json?: boolean;
  zone?: string;
  date?: string;
  format?: string;
}

/** `parse FILE`: prints what an import would read, without a server or a database. */
export function addParseCommand(program: Command): void {
  program
    .command("parse")
    .description("Read a file as an import would, and print its events. Doesn't need a server or a database.")
    .argument("<file>", "the file to read, or - for standard input")
    .option("--json", "print one JSON object")
    .option("--zone <zone>", "time zone for times without one: an IANA name such as Europe/Dublin, or an offset")
    .option("--date <date>", "day for times without one, such as 2017-01-31")
    .option("--format <name>", "use this format instead of the detected one")
    .addHelpText("after", "\nExit codes: 0 success, 1 nothing read or all rejected, 2 usage error.")
    .action(async (file: string, flags: ParseFlags) => {
      process.exitCode = await parse(file, flags);
    });
}

async function parse(file: string, { json, ...flags }: ParseFlags): Promise<number> {
  const { milestonesOf, parseFile } = await import("./parse-file.ts");
  const parsed = parseFile(await readInput(file), flags);
  if (json) {
    const { format, events, rejects, context, days } = parsed;
    const milestones = milestonesOf(events);
    process.stdout.write(`${JSON.stringify({ format, events, rejects, context, milestones, days }, null, 2)}\n`);
  } else {
    const { describeParsed } = await import("./describe-parsed.ts");
    process.stdout.write(describeParsed(parsed));
  }
  return parsed.events.length > 0 ? EXIT.ok : EXIT.failed;
}
