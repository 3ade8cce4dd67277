export { climbLadder, previewLadder, type RungPreview } from "./run.ts";
export { listRungs } from "./rungs.ts";
