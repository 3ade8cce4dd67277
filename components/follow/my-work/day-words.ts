/** "Tuesday 14 February": a calendar day as the head of a page. */
export function dayHead(date: string): string {
  const words = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return words.format(new Date(`${date}T00:00:00Z`)).replace(",", "");
}

const NUMBERS = ["Nothing", "One thing", "Two things", "Three things", "Four things", "Five things", "Six things"];

/** "Four things need you." */
export function needWords(count: number): string {
  const words = NUMBERS[count] ?? `${count} things`;
  return `${words} ${count <= 1 ? "needs" : "need"} you${count === 0 ? " now" : ""}.`;
}
