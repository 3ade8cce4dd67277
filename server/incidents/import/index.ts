export { createImport } from "./create.ts";
export { type JoinedEvent, joinEvents } from "./join-events.ts";
export { listImports } from "./list.ts";
export { previewImport } from "./preview.ts";
export { readingProgress } from "./progress.ts";
export { redoImport, undoImport } from "./undo.ts";
