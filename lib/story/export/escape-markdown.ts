/** Text that is in Markdown as it is: neither mark-up nor HTML, nor a list at the start of a line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|&~!]/g, "\\$&")
    .replace(/^(\s*)([-+])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
}

/** What `escapeMarkdown` was given. */
export const unescapeMarkdown = (text: string): string => text.replace(/\\([\\`*_[\]<>#|&~!\-+.)])/g, "$1");
