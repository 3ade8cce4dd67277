const QUEUED = "Calling client.query() when the client is already executing a query is deprecated";

const shared = globalThis as typeof globalThis & { afterwordQueueWarningHidden?: boolean };

/**
 * Keeps one warning of the driver from the terminal. Inside a transaction Prisma reads the parts of an `include` at once on one
 * connection; pg queues them and warns that its version 9 will not. Anyone who runs Afterword cannot change that; the pin of pg 8 does.
 */
export function hideQueueWarning(): void {
  if (shared.afterwordQueueWarningHidden) return;
  shared.afterwordQueueWarningHidden = true;
  const printers = process.listeners("warning");
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    if (!warning.message.startsWith(QUEUED)) for (const print of printers) print.call(process, warning);
  });
}
