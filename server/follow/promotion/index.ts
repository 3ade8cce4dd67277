export { acceptPromotion, lastAnswerOf, reopenPromotion, setPromotionAside, undoSetAside } from "./answer.ts";
export { listPromotions } from "./list.ts";
export { changePromotionRules, getPromotionRules } from "./rules.ts";
