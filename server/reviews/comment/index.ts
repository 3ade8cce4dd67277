export { assignThread, finishThread } from "./assign.ts";
export { editComment } from "./edit.ts";
export { readsThread, THREAD_REVIEW, threadOf } from "./load.ts";
export { listThreads } from "./present.ts";
export { reactToComment } from "./react.ts";
export { resolveThread } from "./resolve.ts";
export { replyToThread, startThread } from "./write.ts";
