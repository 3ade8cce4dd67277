export type { SocketFilter } from "./access-changes.ts";
export { appendEdit, type DocumentEdit, type EditActor } from "./append-edit.ts";
export {
  COMPACT_DEFAULTS,
  type CompactSettings,
  compactDocument,
  compactDueDocuments,
  deleteCoveredUpdates,
} from "./compact.ts";
export { createDocument } from "./create-document.ts";
export { UpdateLog } from "./log.ts";
export { type DocumentRead, readDocument } from "./read-document.ts";
export { type BlockReport, type DraftUpdate, replaceDraftBlocks } from "./replace-draft-blocks.ts";
export { type CollabServer, type CollabServerOptions, createCollabServer } from "./server.ts";
export type { Authenticate, Identity } from "./session.ts";
export { COLLAB_DEFAULTS, type CollabSettings } from "./settings.ts";
export type { SqlExecutor, SqlWriter } from "./sql.ts";
