export { idsIn, namesOf } from "./names.ts";
