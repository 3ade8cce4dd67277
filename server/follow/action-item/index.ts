export { countActionItems } from "./counts.ts";
export { createActionItem } from "./create.ts";
export { actionsByTitle, findKnown } from "./find-known.ts";
export { getActionItem } from "./get.ts";
export { listActionItems } from "./list.ts";
export { transitionActionItem } from "./transition.ts";
export { updateActionItem } from "./update.ts";
export { actionItemVisibleSql, actionItemVisibleTo } from "./visible-to.ts";
