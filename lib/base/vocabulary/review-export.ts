/** Formats in which a review can be exported. */
export const REVIEW_FORMATS = ["markdown", "html", "json"] as const;
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];

export const REVIEW_FORMAT_WORDS: Record<ReviewFormat, string> = {
  markdown: "Markdown",
  html: "HTML",
  json: "JSON",
};

/** How the names of the files end. */
export const REVIEW_FORMAT_ENDINGS: Record<ReviewFormat, string> = {
  markdown: "md",
  html: "html",
  json: "json",
};

/** How an export names people: by name, or by what they did in the incident and the review. */
export const EXPORT_PEOPLE = ["names", "roles"] as const;
export type ExportPeople = (typeof EXPORT_PEOPLE)[number];
