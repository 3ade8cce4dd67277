/** Formats in which a timeline can be exported. */
export const TIMELINE_FORMATS = ["markdown", "csv", "json", "text"] as const;
export type TimelineFormat = (typeof TIMELINE_FORMATS)[number];
