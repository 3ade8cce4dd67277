import { markdownOfHtml } from "#importers/html/markdown-of-html.ts";
import { plainText } from "#importers/lex/markdown.ts";

const MARKUP = /<\/?(?:p|br|div|span|b|strong|i|em|u|a|ul|ol|li|h[1-6]|table|tr|td|code|pre)(?:\s[^<>]{0,500})?\/?>/i;
const LONGEST = 20_000;

/** Words that a tool keeps as HTML, in plain text; any other text as it is. */
export function withoutMarkup(text: string): string {
  if (!text.includes("<") || text.length > LONGEST || !MARKUP.test(text)) return text;
  const plain = plainText(markdownOfHtml(text).text).trim();
  return plain === "" ? text : plain;
}
