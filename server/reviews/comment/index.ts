export { editComment } from "./edit.ts";
export { listThreads } from "./present.ts";
export { resolveThread } from "./resolve.ts";
export { replyToThread, startThread } from "./write.ts";
