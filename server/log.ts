import pino, { type Logger } from "pino";
import { config } from "#server/config.ts";

const shared = globalThis as typeof globalThis & { afterwordLogger?: Logger };

/** The one structured log of this process, on standard error. */
export function logger(): Logger {
  shared.afterwordLogger ??= pino(
    { level: config().logLevel, redact: ["*.password", "*.passwordHash", "*.secret", "*.token"] },
    pino.destination(2),
  );
  return shared.afterwordLogger;
}
