/** "a", "a and b", "a, b and c". */
export function listWords(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** "1 alert", "3 alerts". */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** Returns text with its first letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Returns text as a sentence: trimmed, on one line, with a closing mark. Empty text stays empty. */
export function asSentence(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line === "" || /[.!?…]$/.test(line) ? line : `${line}.`;
}

/** Returns text for a quotation: on one line, without a closing full stop, cut at a word if longer than `maxChars`. */
export function asQuotation(text: string, maxChars = 160): string {
  const line = text.replace(/\s+/g, " ").trim().replace(/\.$/, "");
  if (line.length <= maxChars) return `“${line}”`;
  const cut = line.slice(0, maxChars);
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(" "), maxChars / 2))}…”`;
}
