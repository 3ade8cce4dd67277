import type { ConnectionStatus } from "#lib/document/document-connection.ts";

/** The connections of this page, with the review of each. Pages without a text read it too, so it loads no editor. */
export const connectionsHere = new Map<{ status: () => ConnectionStatus }, string>();

/** How many changes of each review would be lost with this page, because the device doesn't keep them. */
export function unkeptHere(): Map<string, number> {
  const unkept = new Map<string, number>();
  for (const [connection, reviewKey] of connectionsHere) {
    const { unsavedEdits, keptEdits } = connection.status();
    const count = unsavedEdits - keptEdits;
    if (count > 0) unkept.set(reviewKey, (unkept.get(reviewKey) ?? 0) + count);
  }
  return unkept;
}
