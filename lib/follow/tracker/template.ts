/** The fields of an action that the template of a new issue can name. */
export const TEMPLATE_FIELDS = [
  "title",
  "description",
  "doneWhen",
  "key",
  "link",
  "type",
  "priority",
  "dueDate",
  "owner",
  "team",
  "incident",
] as const;

export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

/** The title and the Markdown text of a new issue, with fields in braces. */
export interface IssueTemplate {
  title: string;
  body: string;
}

export const FIRST_TEMPLATE: IssueTemplate = {
  title: "{title}",
  body: "{description}\n\n## Done when\n\n{doneWhen}\n\nFrom [{key}]({link}) in Afterword.",
};

const FIELD = /\{(\w+)\}/g;

/** Returns the fields that a template names and an action doesn't have. */
export const unknownFields = (text: string): string[] => [
  ...new Set([...text.matchAll(FIELD)].map(([, name = ""]) => name).filter((name) => !isKnown(name))),
];
const isKnown = (name: string): boolean => (TEMPLATE_FIELDS as readonly string[]).includes(name);

const isHeading = (paragraph: string): boolean => /^#{1,6} [^\n]*$/.test(paragraph);

/**
 * Returns a text with the values of an action. A paragraph whose fields are all empty is left out, and so is a heading
 * with nothing below it. What a value contains is never read as a field.
 */
export function fillTemplate(text: string, values: Readonly<Record<string, string>>): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    const names = [...paragraph.matchAll(FIELD)].map(([, name = ""]) => name);
    const isEmpty = names.length > 0 && names.every((name) => !values[name]?.trim());
    const filled = paragraph.replace(FIELD, (_field, name: string) => values[name]?.trim() ?? "");
    return isEmpty ? "" : filled.trim();
  });
  const kept = paragraphs.filter((paragraph, at) => {
    const below = paragraphs[at + 1];
    return paragraph !== "" && !(isHeading(paragraph) && (below === undefined || below === "" || isHeading(below)));
  });
  return kept.join("\n\n");
}
