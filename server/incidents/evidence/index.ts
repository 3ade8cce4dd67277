export { addNote } from "./add-note.ts";
export { attachEvidence } from "./attach.ts";
export { changeEvidence } from "./change.ts";
export { changeNote } from "./change-note.ts";
export { listEventChanges } from "./changes.ts";
export { downloadEvidence } from "./download.ts";
export { listEvidence } from "./list.ts";
export { storeFile } from "./store-file.ts";
