export { exportReview } from "./export-review.ts";
