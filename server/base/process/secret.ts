import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Config, config } from "./config.ts";
import { openDataFolder } from "./data-folder.ts";
import { errorCode, StartError } from "./start-error.ts";

const shared = globalThis as typeof globalThis & { afterwordSecret?: string };

/**
 * Returns the secret that signs sessions: from the settings, otherwise AFTERWORD_DATA/secret (mode 0600), created on
 * the first call.
 */
export function readSecret(settings: Pick<Config, "secret" | "dataDir">): string {
  if (settings.secret) return settings.secret;
  openDataFolder(settings.dataDir);
  const path = join(settings.dataDir, "secret");
  const found = read(path) ?? make(path);
  if (found.length < 32)
    throw new StartError(`${path} is too short to be a secret`, "Remove that file and start again.");
  return found;
}

/** Returns the secret of this process. */
export function secret(): string {
  shared.afterwordSecret ??= readSecret(config());
  return shared.afterwordSecret;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw new StartError(`${path} can't be read`, "Start as the user who owns it, or set AFTERWORD_SECRET.", error);
  }
}

// A link fails if the name exists, and the file appears complete, so two starting processes agree on one secret.
function make(path: string): string {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, "utf8").trim();
}
