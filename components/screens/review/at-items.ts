import type { MenuItem } from "#components/reviews/document/menu/menu-store.ts";
import { rankItems } from "#components/reviews/document/menu/rank-items.ts";
import type { PersonRef } from "#lib/contract/base.ts";
import type { SearchHit } from "#lib/contract/search.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";

const MOST_EVENTS = 8;
const MOST_PEOPLE = 5;
const MOST_RECORDS = 5;
/** Records that a chip can contain by their key. An event, factor or comment has the key of its parent. */
const RECORDS: ReadonlySet<SearchHit["noun"]> = new Set(["incident", "review", "action-item", "strategic-change"]);

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

/**
 * Returns what "@" can cite or mention: events as evidence, people, and records. Search results inside a record are
 * left out.
 */
export function atItems(typed: string, { events, people, records }: AtSources): MenuItem[] {
  const words = typed.toLowerCase();
  const has = (text: string) => text.toLowerCase().includes(words);
  const cited = events
    .filter((event) => has(`E${event.number}`) || has(event.title))
    .map((event) => ({
      id: event.id,
      label: `E${event.number} ${event.title}`,
      group: "Evidence",
      run: inline("eventChip", { eventId: event.id }),
    }));
  return rankItems(typed, [
    ...rankItems(typed, cited).slice(0, MOST_EVENTS),
    ...people
      .filter((person) => has(person.name))
      .slice(0, MOST_PEOPLE)
      .map((person) => ({
        id: person.id,
        label: person.name,
        group: "People",
        run: inline("personMention", { userId: person.id, label: person.name }),
      })),
    ...records
      .filter((hit) => RECORDS.has(hit.noun))
      .slice(0, MOST_RECORDS)
      .map((hit) => ({
        id: hit.key,
        label: `${hit.key} ${hit.title}`,
        group: "Records",
        run: inline("recordChip", { noun: hit.noun, key: hit.key }),
      })),
  ]);
}
