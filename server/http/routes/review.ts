import { findingRecords } from "#server/follow/finding/index.ts";
import {
  archiveReview,
  exportReview,
  generateReview,
  getReview,
  listReviews,
  listStaleDrafts,
  moveReviewStatus,
  restoreReview,
  reviewContent,
  reviewGates,
  undoGeneration,
  unwaiveGate,
  updateDrafts,
  updateReview,
  waiveGate,
} from "#server/reviews/review/index.ts";
import { os } from "../base.ts";

export const reviewRoutes = {
  list: os.review.list.handler(({ input, context }) => listReviews(context.ctx, input)),
  generate: os.review.generate.handler(({ input, context }) => generateReview(context.ctx, input, findingRecords)),
  undoGeneration: os.review.undoGeneration.handler(({ input, context }) =>
    undoGeneration(context.ctx, input, findingRecords),
  ),
  get: os.review.get.handler(({ input, context }) => getReview(context.ctx, input)),
  update: os.review.update.handler(({ input, context }) => updateReview(context.ctx, input)),
  transition: os.review.transition.handler(({ input, context }) => moveReviewStatus(context.ctx, input)),
  restore: os.review.restore.handler(({ input, context }) => restoreReview(context.ctx, input)),
  archive: os.review.archive.handler(({ input, context }) => archiveReview(context.ctx, input)),
  gates: os.review.gates.handler(({ input, context }) => reviewGates(context.ctx, input)),
  waive: os.review.waive.handler(({ input, context }) => waiveGate(context.ctx, input)),
  unwaive: os.review.unwaive.handler(({ input, context }) => unwaiveGate(context.ctx, input)),
  staleDrafts: os.review.staleDrafts.handler(({ input, context }) => listStaleDrafts(context.ctx, input)),
  updateDrafts: os.review.updateDrafts.handler(({ input, context }) => updateDrafts(context.ctx, input)),
  export: os.review.export.handler(({ input, context }) => exportReview(context.ctx, input)),
  content: os.review.content.handler(({ input, context }) => reviewContent(context.ctx, input)),
};
