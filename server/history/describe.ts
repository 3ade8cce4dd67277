const MOST_DETAILS = 12;
const LONGEST = 160;

/** `timeline_event.updated` reads "Timeline event updated". */
export function wordsOfAction(action: string): string {
  const words = action.replaceAll(/[._]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const shorten = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** The fields of an audit entry as short lines; keys and versions say nothing to a reader. */
export function detailsOf(after: unknown): string[] {
  if (typeof after !== "object" || after === null || Array.isArray(after)) return [];
  return Object.entries(after)
    .filter(
      ([name, value]) =>
        !["key", "id", "version"].includes(name) &&
        value !== null &&
        value !== "" &&
        !(Array.isArray(value) && value.length === 0),
    )
    .slice(0, MOST_DETAILS)
    .map(([name, value]) => `${name}: ${shorten(typeof value === "string" ? value : JSON.stringify(value))}`);
}
