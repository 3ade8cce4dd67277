/** Returns a sentence such as "4 items need your attention." */
export function needWords(count: number): string {
  if (count === 0) return "Nothing needs your attention.";
  return count === 1 ? "1 item needs your attention." : `${count} items need your attention.`;
}
