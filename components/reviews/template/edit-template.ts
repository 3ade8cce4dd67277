import type { TemplateContent, TemplateSection, TemplateTask } from "#lib/reviews/template/template.ts";

/** Returns a list with one item at another index. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const [item] = items.slice(from, from + 1);
  if (item === undefined || from === to) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

export const moveSection = (content: TemplateContent, from: number, to: number): TemplateContent => ({
  ...content,
  sections: moved(content.sections, from, to),
});

/** Returns a key from a title that no section has yet: "Money not moved" is "money_not_moved". */
export function newSectionKey(title: string, sections: readonly TemplateSection[], most: number): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ["section"];
  const base = words
    .join("_")
    .slice(0, most - 4)
    .replace(/_$/, "");
  const taken = new Set(sections.map(({ key }) => key));
  let key = base;
  for (let at = 2; taken.has(key); at += 1) key = `${base}_${at}`;
  return key;
}

/** Returns the content with an empty section after another one, or at the end. */
export function addSection(
  content: TemplateContent,
  { key, title, after }: { key: string; title: string; after: string | null },
): TemplateContent {
  const section: TemplateSection = { key, title, questions: [], facts: [], live: [], requiredAt: null };
  const at = content.sections.findIndex((one) => one.key === after);
  const { sections } = content;
  return { ...content, sections: sections.toSpliced(at < 0 ? sections.length : at + 1, 0, section) };
}

export const removeSection = (content: TemplateContent, key: string): TemplateContent => ({
  ...content,
  sections: content.sections.filter((section) => section.key !== key),
});

export const changeSection = (
  content: TemplateContent,
  key: string,
  change: Partial<TemplateSection>,
): TemplateContent => ({
  ...content,
  sections: content.sections.map((section) => (section.key === key ? { ...section, ...change } : section)),
});

export const changeTask = (content: TemplateContent, at: number, change: Partial<TemplateTask>): TemplateContent => ({
  ...content,
  tasks: content.tasks.map((task, index) => (index === at ? { ...task, ...change } : task)),
});
