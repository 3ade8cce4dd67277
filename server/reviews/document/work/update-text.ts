import * as Y from "yjs";
import type { MadeEdit } from "../log/append-edit.ts";
import { openText } from "./open-text.ts";
import { type BlockReport, type DraftUpdate, replaceDraftBlocks } from "./replace-draft-blocks.ts";

export interface TextToUpdate {
  updates: Uint8Array[];
  drafts: readonly DraftUpdate[];
}

export interface UpdatedText {
  /** Null if nothing changed. */
  made: MadeEdit | null;
  report: BlockReport;
}

/** Returns the edit that brings sections of a text up to date with the facts, or undoes that. */
export function updateText({ updates, drafts }: TextToUpdate): UpdatedText {
  const document = openText(updates);
  const { clientID: clientId } = document;
  const made: Uint8Array[] = [];
  document.on("update", (update: Uint8Array) => made.push(update));
  const report = document.transact(() => replaceDraftBlocks(document, drafts));
  document.destroy();
  return { made: made.length === 0 ? null : { update: Y.mergeUpdates(made), clientId }, report };
}
