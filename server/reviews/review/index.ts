export { approveReview, askApprovers, withdrawApproval } from "./approve.ts";
export { archiveReview, restoreReview } from "./archive.ts";
export { reader, readText, updatesOf, writer } from "./document.ts";
export { authorizeDraft, REVIEW_FACTS, reviewFacts } from "./facts.ts";
export { reviewGates } from "./gates.ts";
export { gatherExport } from "./gather-export.ts";
export { gatherFacts } from "./gather-facts.ts";
export { generateReview } from "./generate.ts";
export { importReview } from "./import-review.ts";
export {
  keepVersion,
  lockVersions,
  ownersNow,
  readBlocks,
  readFacts,
  readOwners,
  saidNow,
  versionSide,
} from "./keep-version.ts";
export { readLinkTitle } from "./link-title.ts";
export { listReviews } from "./list.ts";
export {
  draftVisibleSql,
  loadReview,
  loadReviewHead,
  PUBLISHED_TEXT,
  reviewVisibleSql,
  reviewVisibleTo,
  searchedOf,
} from "./load.ts";
export { getReview } from "./present.ts";
export { publishReview } from "./publish.ts";
export {
  publishedRows,
  publishedVersion,
  readVersion,
  reviewContent,
  STATED_FACTOR,
  shownVersion,
  statedFactors,
} from "./published.ts";
export { refreshSearchTexts } from "./refresh-search-texts.ts";
export { sentText } from "./sent-text.ts";
export { dismissDrafts, listStaleDrafts, updateDrafts } from "./stale-drafts.ts";
export { reviewTemplate, takeUpTemplate } from "./take-up.ts";
export {
  canHaveTask,
  nextPosition,
  presentTask,
  TASK_REVIEW,
  TASK_SELECT,
  type TaskRecord,
  type TaskReview,
  tasksOf,
  tellTasks,
} from "./tasks.ts";
export { readersAmong } from "./tell.ts";
export { askedSectionsOf, templateOf } from "./template-of.ts";
export { moveReviewStatus } from "./transition.ts";
export { undoDrafts } from "./undo-drafts.ts";
export { undoGeneration } from "./undo-generation.ts";
export { updateReview } from "./update.ts";
export { unwaiveGate, waiveGate } from "./waive.ts";
