export { deleteDemoRows } from "./delete-rows.ts";
export { removeDemo } from "./remove.ts";
