export { convert } from "./convert.ts";
export { merge } from "./merge.ts";
export { move } from "./move.ts";
export { getTombstone as tombstone, purge } from "./purge.ts";
export { split } from "./split.ts";
export { undo } from "./undo.ts";
