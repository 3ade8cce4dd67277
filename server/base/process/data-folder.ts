import { accessSync, constants, mkdirSync } from "node:fs";
import { StartError } from "./start-error.ts";

/** Makes AFTERWORD_DATA when it is not there; throws a StartError when we may not write in it. */
export function openDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.R_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `the data folder ${dataDir} cannot be written`,
      "Give your user write access to it, or set AFTERWORD_DATA to a folder that you may write.",
      error,
    );
  }
}
