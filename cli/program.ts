import { Command } from "commander";
import { addBackupCommand } from "./backup.ts";
import { addParseCommand } from "./parse.ts";
import { addRestoreCommand } from "./restore.ts";

/** All commands. Each loads what it works with only when it runs, so that help and `parse` need nothing else. */
export function createProgram(): Command {
  const program = new Command("afterword")
    .description("What happens after an incident, from the command line.")
    .configureOutput({
      outputError: (text, write) => write(`afterword: ${text.replace(/^error: /, "").trimEnd()}. Try --help.\n`),
    })
    .exitOverride();
  addParseCommand(program);
  addBackupCommand(program);
  addRestoreCommand(program);
  return program;
}
