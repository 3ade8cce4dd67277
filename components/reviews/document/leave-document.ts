import type { DocumentConnection } from "#lib/document/document-connection.ts";

const warn = (event: BeforeUnloadEvent) => event.preventDefault();

/** Ends a connection once everything written is saved; until then it continues behind the next page. */
export function leaveDocument(connection: DocumentConnection): void {
  const isDone = () => connection.status().unsavedEdits === 0 || connection.status().ended !== null;
  if (isDone()) {
    connection.destroy();
    return;
  }
  const again = () => connection.reconnect();
  window.addEventListener("beforeunload", warn);
  window.addEventListener("online", again);
  const forget = connection.subscribe(() => {
    if (!isDone()) return;
    forget();
    window.removeEventListener("beforeunload", warn);
    window.removeEventListener("online", again);
    queueMicrotask(() => connection.destroy()); // the provider is still handling the frame that said so
  });
}
