export { listForum } from "./list.ts";
