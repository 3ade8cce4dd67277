export { listRecollections } from "./load.ts";
export { createRecollection, shareRecollection, updateRecollection } from "./write.ts";
