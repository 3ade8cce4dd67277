import type { Presence } from "#lib/contract/presence.ts";

type Person = Presence["people"][number];

const firstWord = (name: string) => name.trim().split(/\s+/)[0] ?? name;

/** Returns people's names for a list: first names if those are unambiguous. */
export function shortNames(people: readonly { id: string; name: string }[]): ReadonlyMap<string, string> {
  const held = Map.groupBy(people, ({ name }) => firstWord(name));
  return new Map(people.map(({ id, name }) => [id, held.get(firstWord(name))?.length === 1 ? firstWord(name) : name]));
}

/** "Tomás is here", "Tomás and Ines are here", "Tomás and 2 more are here". Empty if no one is. */
export function hereWords(others: readonly Person[]): string {
  const names = shortNames(others);
  const [first, second] = others.map(({ id }) => names.get(id) ?? "");
  if (first === undefined) return "";
  if (second === undefined) return `${first} is here`;
  return others.length === 2 ? `${first} and ${second} are here` : `${first} and ${others.length - 1} more are here`;
}

export interface EditingFlag {
  /** "Tomás, editing" */
  words: string;
  /** The person whose colour it has. */
  personId: string;
}

/**
 * Returns which rows have a flag, by event: those that someone else has open, and the row that such an event is below.
 * `leadOf` returns the id of that row, or null for a separate event.
 */
export function editingFlags(
  others: readonly Person[],
  leadOf: (eventId: string) => string | null,
): ReadonlyMap<string, EditingFlag> {
  const names = shortNames(others);
  const editors = new Map<string, Person[]>();
  for (const person of others) {
    const rows = new Set(person.eventIds.flatMap((id) => [id, leadOf(id) ?? id]));
    for (const row of rows) editors.set(row, [...(editors.get(row) ?? []), person]);
  }
  return new Map(
    [...editors].flatMap(([row, people]): [string, EditingFlag][] => {
      const [first] = people;
      if (!first) return [];
      const rest = people.length > 1 ? ` and ${people.length - 1} more` : "";
      return [[row, { words: `${names.get(first.id)}${rest}, editing`, personId: first.id }]];
    }),
  );
}
