export { archiveWriteUps } from "./archive.ts";
export { getWriteUps, listWriteUps } from "./present.ts";
export { previewWriteUp } from "./preview.ts";
export { processWriteUps } from "./process.ts";
export { fileOf, type UnpackedFile } from "./read/unpack.ts";
export { createWriteUps, receiveWriteUps, WRITE_UP_JOB } from "./receive.ts";
