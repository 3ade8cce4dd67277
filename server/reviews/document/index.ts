export { applyAccessChange } from "./apply-access-change.ts";
export { type AppendedEdit, appendEdit, appendMadeEdit, lockEdits } from "./log/append-edit.ts";
export { compactDueDocuments, deleteCoveredUpdates } from "./log/compact.ts";
export { createDocument } from "./log/create-document.ts";
export { DOCUMENT_CHANNEL } from "./log/news.ts";
export { readDocument, readDocumentForm, readLogSince, readUpdatesUntil } from "./log/read-document.ts";
export type { SqlExecutor, SqlWriter } from "./log/sql.ts";
export { runningCollab } from "./running-collab.ts";
export { type CollabServer, createCollabServer } from "./server.ts";
export { workOnTexts } from "./work/in-worker.ts";
export type { OwnedVersion, OwnersBasis } from "./work/owners.ts";
export type { DraftUpdate } from "./work/replace-draft-blocks.ts";
export {
  ATTRIBUTE_TEXT,
  COMPARE_TEXTS,
  DECIDE_SUGGESTIONS,
  type ExportFacts,
  KEEP_TEXT,
  PROPOSE_SENTENCES,
  READ_TEXT,
  REOPEN_SUGGESTIONS,
  RESTORE_TEXT,
  SEND_TEXT,
  TAKE_UP_TEMPLATE,
  type TextSide,
  UPDATE_DRAFTS,
} from "./work/texts.ts";
export type { DraftEdit } from "./work/undo-draft-edits.ts";
