const MOST = 400;
const SUMMARY = "Summary\n";
const CITATION = /\s*\((?:E\d+|event taken out)\)/g;

/**
 * Returns the first words of a review from its frozen Markdown: its summary, otherwise the first text. Plain text, ""
 * for none.
 */
export function frozenSummary(markdown: string): string {
  const [, ...sections] = markdown.split(/^## /m);
  const summary = sections.find((section) => section.startsWith(SUMMARY)) ?? sections[0] ?? "";
  const paragraphs = summary
    .slice(summary.indexOf("\n"))
    .split(/\n\s*\n/)
    .map(plain)
    .filter(Boolean);
  const text = paragraphs[0] ?? "";
  if (text.length <= MOST) return text;
  return `${text.slice(0, text.lastIndexOf(" ", MOST)).replace(/[\s,;:.]+$/, "")}…`;
}

function plain(paragraph: string): string {
  const text = paragraph.trim();
  if (/^(?:\||#|>|```|- |\d+\. )/.test(text)) return "";
  return text
    .replace(CITATION, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*|`|(?<!\\)[*_]/g, "")
    .replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, "$1")
    .replace(/[ \t\r\n]+/g, " ")
    .trim();
}
