export { climbLadder, previewLadder, type RungPreview } from "./run.ts";
export { listAskedNext, listRungs } from "./rungs.ts";
