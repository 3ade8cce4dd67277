export { freeze } from "./freeze.ts";
export { approvals as freezeApprovals, freezeBlocks } from "./frozen-blocks.ts";
export { withApprovals } from "./live-block-markdown.ts";
export { reviewMarkdown } from "./markdown.ts";
export { paragraphs, plain, recordPath, utc } from "./markdown-parts.ts";
export type { ExportApproval, ReviewExport } from "./review-export.ts";
export { markdownWithoutRow } from "./without-row.ts";
