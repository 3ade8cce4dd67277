export { createImport } from "./create.ts";
export { listImports } from "./list.ts";
export { previewImport } from "./preview.ts";
export { readingProgress } from "./read/progress.ts";
export { redoImport, undoImport } from "./undo.ts";
export { type JoinedEvent, joinEvents } from "./write/join-events.ts";
