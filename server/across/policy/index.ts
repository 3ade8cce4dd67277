export { appliedPolicies, listPolicies } from "./present.ts";
export { previewPolicy, savePolicy } from "./save.ts";
