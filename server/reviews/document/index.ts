export { applyAccessChange } from "./apply-access-change.ts";
export { appendEdit } from "./log/append-edit.ts";
export { compactDueDocuments, deleteCoveredUpdates } from "./log/compact.ts";
export { createDocument } from "./log/create-document.ts";
export { type DocumentRead, readDocument, readState } from "./log/read-document.ts";
export type { SqlExecutor, SqlWriter } from "./log/sql.ts";
export { runningCollab } from "./running-collab.ts";
export { type CollabServer, createCollabServer } from "./server.ts";
