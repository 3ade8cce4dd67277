import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { type InboxState, messageKindOf } from "#lib/base/vocabulary/message-kind.ts";

interface Message {
  kind: string;
  shownAt: string;
  settled: boolean;
}

interface Group<M extends Message> {
  label: string;
  items: M[];
}

/**
 * Returns the messages of a tab in groups: of what is new, first what needs an answer, then by day. Groups without
 * messages are left out.
 */
export function groupMessages<M extends Message>(
  messages: readonly M[],
  { state, today, zone }: { state: InboxState; today: LocalDate; zone: string },
): Group<M>[] {
  if (state === "snoozed") return messages.length === 0 ? [] : [{ label: "Snoozed", items: [...messages].reverse() }];
  const labelOf = ({ kind, shownAt, settled }: M) => {
    if (state === "new" && !settled && messageKindOf(kind) === "asked") return ASKS;
    const day = todayIn(zone, new Date(shownAt));
    return day >= today ? "Today" : day === addDays(today, -1) ? "Yesterday" : "Earlier";
  };
  const labels = messages.map(labelOf);
  return [ASKS, "Today", "Yesterday", "Earlier"]
    .map((label) => ({ label, items: messages.filter((_, index) => labels[index] === label) }))
    .filter(({ items }) => items.length > 0);
}

const ASKS = "Asks for an answer";
