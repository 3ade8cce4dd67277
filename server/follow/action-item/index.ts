export { countActionItems } from "./counts.ts";
export { createActionItem } from "./create.ts";
export { actionsByTitle, findKnown } from "./find-known.ts";
export { lateOn, openOn } from "./lateness.ts";
export { listActionItems } from "./list.ts";
export { actionItemVisibleSql, actionItemVisibleTo } from "./load.ts";
export { getActionItem } from "./present.ts";
export { transitionActionItem } from "./transition.ts";
export { updateActionItem } from "./update.ts";
