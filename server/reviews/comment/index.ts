export { editComment } from "./edit.ts";
export { listThreads } from "./list.ts";
export { resolveThread } from "./resolve.ts";
export { replyToThread, startThread } from "./write.ts";
