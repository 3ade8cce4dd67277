/** Escapes text so Markdown shows it as it is: no markup, no HTML and no list at the start of a line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|&~!]/g, "\\$&")
    .replace(/^(\s*)([-+])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
}

/** Returns the text that was given to `escapeMarkdown`. */
export const unescapeMarkdown = (text: string): string => text.replace(/\\([\\`*_[\]<>#|&~!\-+.)])/g, "$1");
