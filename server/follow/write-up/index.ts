export { getWriteUps, listWriteUps } from "./present.ts";
export { previewWriteUp } from "./preview.ts";
export { processWriteUps } from "./process.ts";
export { createWriteUps, WRITE_UP_JOB } from "./receive.ts";
