export { freezeBlocks } from "./frozen-blocks.ts";
export { reviewMarkdown } from "./markdown.ts";
export type { ReviewExport } from "./review-export.ts";
