export { appendEdit } from "./append-edit.ts";
export { applyAccessChange } from "./apply-access-change.ts";
export { compactDueDocuments, deleteCoveredUpdates } from "./compact.ts";
export { createDocument } from "./create-document.ts";
export { type DocumentRead, readDocument } from "./read-document.ts";
export { runningCollab } from "./running-collab.ts";
export { type CollabServer, createCollabServer } from "./server.ts";
export type { SqlExecutor, SqlWriter } from "./sql.ts";
