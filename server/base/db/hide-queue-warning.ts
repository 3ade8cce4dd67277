const QUEUED = "Calling client.query() when the client is already executing a query is deprecated";

const shared = globalThis as typeof globalThis & { afterwordQueueWarningHidden?: boolean };

/**
 * Hides one warning of the driver from the terminal. Inside a transaction Prisma reads the parts of an `include` at the
 * same time on one connection. pg queues them and warns that its version 9 won't. People who run Afterword can't change
 * that, and pg is pinned to version 8.
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
