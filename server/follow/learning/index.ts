export { learningsOfCondition, learningVisibleTo, listLearnings } from "./load.ts";
export { createLearning, updateLearning } from "./write.ts";
