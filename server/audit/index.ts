export { listAudit } from "./list.ts";
export { idsIn, namesOf } from "./names.ts";
