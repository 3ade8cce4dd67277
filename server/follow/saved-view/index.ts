export { actionsOf, exportActionItems } from "./export.ts";
export { listSavedViews, queryOfView } from "./read.ts";
export { createSavedView, setDefaultView, updateSavedView } from "./write.ts";
