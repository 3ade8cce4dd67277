import type { MenuItem } from "#components/reviews/document/menu/menu-store.ts";
import { rankItems } from "#components/reviews/document/menu/rank-items.ts";
import type { PersonRef } from "#lib/contract/base.ts";
import type { Factor } from "#lib/contract/factor.ts";
import type { SearchHit } from "#lib/contract/search.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";

const MOST_EVENTS = 8;
const MOST_OTHERS = 5;

/**
 * The group of each record that a chip can contain by its key. An event or comment has the key of its parent, and
 * factors come from the review.
 */
const RECORD_GROUPS: Partial<Record<SearchHit["noun"], string>> = {
  incident: "Incidents",
  review: "Reviews",
  "action-item": "Actions",
  "strategic-change": "Strategic changes",
};

type Inserted = { type: string; attrs: Record<string, string> } | { type: "text"; text: string };

const insert =
  (content: Inserted): MenuItem["run"] =>
  (editor, range) =>
    void editor
      .chain()
      .focus()
      .insertContentAt(range, [content, { type: "text", text: " " }])
      .run();

interface AtSources {
  events: readonly TimelineEvent[];
  people: readonly PersonRef[];
  /** The factors of this review, in the order of its list, which numbers them. */
  factors: readonly Pick<Factor, "id" | "statement">[];
  /** The names of the services of this incident. */
  services: readonly string[];
  /** Results of the search. */
  records: readonly SearchHit[];
}

/**
 * Returns what "@" can cite or mention, by kind: events as evidence, factors, people, services by name, and records.
 * Search results inside a record are left out.
 */
export function atItems(typed: string, { events, people, factors, services, records }: AtSources): MenuItem[] {
  const words = typed.toLowerCase();
  const offered: MenuItem[] = [
    ...events.map((event) => ({
      id: event.id,
      label: `E${event.number} ${event.title}`,
      group: "Evidence",
      run: insert({ type: "eventChip", attrs: { eventId: event.id } }),
    })),
    ...factors.map((factor, index) => ({
      id: factor.id,
      label: `Factor ${index + 1}: ${factor.statement}`,
      group: "Contributing factors",
      run: insert({ type: "recordChip", attrs: { noun: "factor", key: factor.id } }),
    })),
    ...people.map((person) => ({
      id: person.id,
      label: person.name,
      group: "People",
      run: insert({ type: "personMention", attrs: { userId: person.id, label: person.name } }),
    })),
    ...services.map((name) => ({
      id: `service ${name}`,
      label: name,
      group: "Services",
      run: insert({ type: "text", text: name }),
    })),
  ].filter(({ label }) => label.toLowerCase().includes(words));
  // The server found these, even by words that their title doesn't contain.
  const found = records.flatMap((hit): MenuItem[] => {
    const group = RECORD_GROUPS[hit.noun];
    if (group === undefined) return [];
    const run = insert({ type: "recordChip", attrs: { noun: hit.noun, key: hit.key } });
    return [{ id: hit.key, label: `${hit.key} ${hit.title}`, group, run }];
  });
  const counts = new Map<string, number>();
  return rankItems(typed, [...offered, ...found]).filter(({ group }) => {
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    return count <= (group === "Evidence" ? MOST_EVENTS : MOST_OTHERS);
  });
}
