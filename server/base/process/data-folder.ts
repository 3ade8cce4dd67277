import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { errorCode, StartError } from "./start-error.ts";

/** Creates AFTERWORD_DATA if it is missing. Throws a StartError if it can't be written. */
export function openDataFolder(dataDir: string): void {
  try {
    make(dataDir);
    accessSync(dataDir, constants.W_OK | constants.R_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `the data folder ${dataDir} isn't writable`,
      "Give your user write access to it, or set AFTERWORD_DATA to a folder that you can write to.",
      error,
    );
  }
}

// One by one: below /proc, where no folder can be created, the recursive call of Node never returns.
function make(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) make(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
}
