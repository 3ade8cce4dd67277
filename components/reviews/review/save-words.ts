import type { SaveStateKind } from "#components/ui/marks/save-state.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ConnectionStatus, EndReason } from "#lib/document/document-connection.ts";
import type { MergedEdits } from "#lib/document/merged-edits.ts";
import type { Room } from "#lib/document/room.ts";

/** Where the changes are that the server doesn't have, and what a closed tab would lose. */
function whereKept({ unsavedEdits, keptEdits, keeping }: ConnectionStatus): string | undefined {
  if (unsavedEdits === 0) return undefined;
  if (keeping === "never") return `${countWords(unsavedEdits, "change")} not kept on this device`;
  if (keeping === "device" && keptEdits > 0) return `${countWords(keptEdits, "change")} kept on this device`;
  return `${countWords(unsavedEdits, "change")} in this tab only`;
}

/** How many changes were merged after a time without a connection, and how many are where others wrote too. */
function mergedWords({ changes, shared }: MergedEdits): string {
  const merged = `${countWords(changes, "change")} merged`;
  if (!shared) return merged;
  const some = changes === 1 ? "" : shared === changes ? "all of them " : `${shared} of them `;
  return `${merged}, ${some}in sections that others changed`;
}

/**
 * The save status: saved only if the server has everything, otherwise with the number of changes and where they are.
 */
export function saveStateOf(status: ConnectionStatus): { state: SaveStateKind; detail: string | undefined } {
  if (status.save === "rejected") return { state: "refused", detail: whereKept(status) };
  if (status.isReadOnly && status.isLoaded && status.unsavedEdits === 0)
    return { state: "read-only", detail: undefined };
  if (status.save === "saved" && status.merged) return { state: "back", detail: mergedWords(status.merged) };
  return { state: status.save, detail: status.save === "offline" ? whereKept(status) : undefined };
}

/** Advice after the server has rejected a change because its person can no longer write. */
export const READ_ONLY_WORDS =
  "You can no longer write in this review, so your last changes weren't saved. Copy your text and ask the owner.";

/** How much of the text's limit is left, and what to do. */
export function roomWords({ of, percent, left }: Room): string {
  const rest =
    of === "bytes"
      ? `About ${(left / MEGABYTE).toFixed(1)} MB left, including the edit history.`
      : `${left.toLocaleString("en")} more paragraphs, list items and cells fit.`;
  return `This review is ${percent}% full. ${rest} Move long parts, such as logs, to the evidence of the incident, and delete them here.`;
}

const MEGABYTE = 1024 * 1024;

/** Why the connection ended for good, and what to do. */
export const END_WORDS: Record<EndReason, string> = {
  refused: "The server rejected your last change. Copy your text and reload the page.",
  signed_out: "You're signed out. Sign in again to continue. Your text stays on this page.",
  no_access: "You no longer have access to this review. Changes that weren't saved stay on this page.",
  document_full: "This review has reached its maximum size. Copy your last change and move long parts to evidence.",
  too_big: "What you pasted is too large to save. Copy it, reload the page and paste a smaller part.",
  other_schema: "Afterword was updated. Reload the page to continue writing.",
};
