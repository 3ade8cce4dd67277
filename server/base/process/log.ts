import pino, { type Logger } from "pino";
import { config } from "./config.ts";
import { errorCode } from "./start-error.ts";

// The driver's errors contain their whole connection. Only what a reader needs is kept.
const leanError = (error: unknown) =>
  error instanceof Error
    ? { type: error.name, message: error.message, code: errorCode(error) ?? undefined, stack: error.stack }
    : error;

const shared = globalThis as typeof globalThis & { afterwordLogger?: Logger };

/** The structured log of this process, on standard error. */
export function logger(): Logger {
  shared.afterwordLogger ??= pino(
    {
      level: config().logLevel,
      serializers: { err: leanError },
      redact: ["*.password", "*.passwordHash", "*.secret", "*.token"],
    },
    pino.destination(2),
  );
  return shared.afterwordLogger;
}
