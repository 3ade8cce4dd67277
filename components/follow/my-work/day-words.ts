/** "Tuesday 14 February": a calendar day as the heading of a page. */
export function dayHead(date: string): string {
  const words = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return words.format(new Date(`${date}T00:00:00Z`)).replace(",", "");
}

/** Returns a sentence such as "4 items need your attention." */
export function needWords(count: number): string {
  if (count === 0) return "Nothing needs your attention.";
  return count === 1 ? "1 item needs your attention." : `${count} items need your attention.`;
}
