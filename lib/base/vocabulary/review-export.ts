/** Formats in which a review can be exported. */
export const REVIEW_FORMATS = ["pdf", "docx", "html", "markdown", "json"] as const;
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];

export const REVIEW_FORMAT_WORDS: Record<ReviewFormat, string> = {
  pdf: "PDF",
  docx: "Word",
  html: "HTML",
  markdown: "Markdown",
  json: "JSON",
};

/** How the names of the files end. */
export const REVIEW_FORMAT_ENDINGS: Record<ReviewFormat, string> = {
  pdf: "pdf",
  docx: "docx",
  html: "html",
  markdown: "md",
  json: "json",
};

/** How an export names people: by name, or by what they did in the incident and the review. */
export const EXPORT_PEOPLE = ["names", "roles"] as const;
export type ExportPeople = (typeof EXPORT_PEOPLE)[number];
