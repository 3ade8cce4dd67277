export { getWork } from "./get.ts";
