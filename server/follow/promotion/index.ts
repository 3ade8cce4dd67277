export { acceptPromotion, reopenPromotion, setPromotionAside } from "./answer.ts";
export { listPromotions } from "./list.ts";
