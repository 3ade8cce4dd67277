import * as Y from "yjs";
import { storedJson } from "#lib/document/from-yjs.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { proposalsIn } from "#lib/document/suggestion/proposals.ts";
import type { MadeEdit } from "../log/append-edit.ts";

export interface TextToReopen {
  /** In their order. */
  updates: Uint8Array[];
  /** Which of them decided the suggestions, by their place. */
  deciding: readonly number[];
  ids: readonly string[];
}

/** A decision that is undone, and the suggestions that are in the text again. */
export interface ReopenedText {
  made: MadeEdit;
  ids: string[];
}

/** Undoes the edits that decided suggestions, below everything that was written since. Null if nothing is left of them. */
export function reopenSuggestions({ updates, deciding, ids }: TextToReopen): ReopenedText | null {
  const document = new Y.Doc();
  const decision = Symbol("decision");
  const manager = new Y.UndoManager(document.getXmlFragment(TEXT_FRAGMENT), {
    trackedOrigins: new Set([decision]),
    captureTimeout: Number.MAX_SAFE_INTEGER,
  });
  for (const [at, update] of updates.entries())
    Y.applyUpdate(document, update, deciding.includes(at) ? decision : undefined);
  const made: Uint8Array[] = [];
  document.on("update", (update: Uint8Array) => made.push(update));
  manager.undo();
  const open = new Set(proposalsIn(storedJson(document).content ?? []).map(({ id }) => id));
  const reopened = ids.filter((id) => open.has(id));
  const edit = { update: Y.mergeUpdates(made), clientId: document.clientID };
  document.destroy();
  return reopened.length === 0 ? null : { made: edit, ids: reopened };
}
