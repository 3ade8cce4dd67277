import type { SaveStateKind } from "#components/ui/marks/save-state.tsx";
import type { ConnectionStatus, EndReason } from "#lib/document/document-connection.ts";

/** The save status: saved only if the server has everything, else with the number of pending changes. */
export function saveStateOf(status: ConnectionStatus): { state: SaveStateKind; detail: string | undefined } {
  const waiting =
    status.unsavedEdits === 0 ? undefined : status.unsavedEdits === 1 ? "1 change" : `${status.unsavedEdits} changes`;
  if (status.save === "rejected") return { state: "refused", detail: waiting };
  if (status.isReadOnly && status.isLoaded && status.unsavedEdits === 0)
    return { state: "read-only", detail: undefined };
  return { state: status.save, detail: status.save === "offline" ? waiting : undefined };
}

/** Why the connection ended for good, and what to do. */
export const END_WORDS: Record<EndReason, string> = {
  refused: "The server rejected your last change. Copy your text and reload the page.",
  signed_out: "You're signed out. Sign in again to continue. Your text stays on this page.",
  no_access: "You no longer have access to this review.",
  document_full: "This review has reached its maximum size. Copy your last change and move long parts to evidence.",
  too_big: "What you pasted is too large to save. Copy it, reload the page and paste a smaller part.",
  other_schema: "Afterword was updated. Reload the page to continue writing.",
};
