export { convert } from "./convert.ts";
export { merge } from "./merge.ts";
export { move } from "./move.ts";
export { split } from "./split.ts";
export { undo } from "./undo.ts";
