import { Command } from "commander";
import { addBackupCommand } from "./backup.ts";
import { addDemoCommand } from "./demo.ts";
import { addExportCommand } from "./export.ts";
import { addGenerateCommand } from "./generate.ts";
import { addImportCommand } from "./import.ts";
import { addImportWriteUpsCommand } from "./import-write-ups.ts";
import { addLadderCommand } from "./ladder.ts";
import { addParseCommand } from "./parse.ts";
import { addRestoreCommand } from "./restore.ts";
import { addTokenCommand } from "./token.ts";
import { addUserCommand } from "./user.ts";

/** Defines all commands. Each loads its code only when it runs, so help and `parse` need nothing else. */
export function createProgram(): Command {
  const program = new Command("afterword")
    .description("Afterword on the command line: import, generate, export, back up.")
    .configureOutput({
      outputError: (text, write) => write(`afterword: ${text.replace(/^error: /, "").trimEnd()}. Try --help.\n`),
    })
    .exitOverride();
  addParseCommand(program);
  addImportCommand(program);
  addImportWriteUpsCommand(program);
  addGenerateCommand(program);
  addExportCommand(program);
  addLadderCommand(program);
  addTokenCommand(program);
  addUserCommand(program);
  addDemoCommand(program);
  addBackupCommand(program);
  addRestoreCommand(program);
  return program;
}
