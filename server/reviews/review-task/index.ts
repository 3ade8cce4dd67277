export { tellLateTasks } from "./tell-late.ts";
export { createReviewTask, removeReviewTask, updateReviewTask } from "./write.ts";
