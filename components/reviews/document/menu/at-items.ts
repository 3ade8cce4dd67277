import type { PersonRef } from "#lib/contract/base.ts";
import type { SearchHit } from "#lib/contract/search.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { MenuItem } from "./menu-store.ts";

const MOST_EVENTS = 8;
const MOST_PEOPLE = 5;

const inline =
  (type: string, attrs: Record<string, string>): MenuItem["run"] =>
  (editor, range) =>
    void editor
      .chain()
      .focus()
      .insertContentAt(range, [
        { type, attrs },
        { type: "text", text: " " },
      ])
      .run();

interface AtSources {
  events: readonly TimelineEvent[];
  people: readonly PersonRef[];
  records: readonly SearchHit[];
}

/** What "@" can cite or mention: events as evidence, people, records by key or words. */
export function atItems(typed: string, { events, people, records }: AtSources): MenuItem[] {
  const words = typed.toLowerCase();
  const has = (text: string) => text.toLowerCase().includes(words);
  return [
    ...events
      .filter((event) => has(`E${event.number}`) || has(event.title))
      .slice(0, MOST_EVENTS)
      .map((event) => ({
        id: event.id,
        label: `E${event.number} ${event.title}`,
        group: "Evidence",
        run: inline("eventChip", { eventId: event.id }),
      })),
    ...people
      .filter((person) => has(person.name))
      .slice(0, MOST_PEOPLE)
      .map((person) => ({
        id: person.id,
        label: person.name,
        group: "People",
        run: inline("personMention", { userId: person.id, label: person.name }),
      })),
    ...records.map((hit) => ({
      id: hit.key,
      label: `${hit.key} ${hit.title}`,
      group: "Records",
      run: inline("recordChip", { noun: hit.noun, key: hit.key }),
    })),
  ];
}
