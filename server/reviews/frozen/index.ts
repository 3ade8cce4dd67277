export { freeze } from "./freeze.ts";
export { freezeBlocks } from "./frozen-blocks.ts";
export { reviewMarkdown } from "./markdown.ts";
export { paragraphs, plain, recordPath, utc } from "./markdown-parts.ts";
export type { ReviewExport } from "./review-export.ts";
export { markdownWithoutRow } from "./without-row.ts";
