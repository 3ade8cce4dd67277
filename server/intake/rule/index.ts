export { createRule } from "./create.ts";
export { listRules } from "./list.ts";
export { moveRule } from "./move.ts";
export { removeRule, restoreRule } from "./remove.ts";
export { tryRoutingRule } from "./try.ts";
export { updateRule } from "./update.ts";
