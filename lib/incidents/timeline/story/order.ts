/**
 * The fields that order events: instant, then hint, then source, then id. Hints grow in the order of import or
 * typing.
 */
export interface OrderedEvent {
  id: string;
  at: string | null;
  orderHint: number;
  source: string;
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function compareHints(a: OrderedEvent, b: OrderedEvent): number {
  return a.orderHint - b.orderHint || compareText(a.source, b.source) || compareText(a.id, b.id);
}

/** Compares timed events in full, and untimed ones by hint, source and id. */
function compareEvents(a: OrderedEvent, b: OrderedEvent): number {
  const byInstant = a.at !== null && b.at !== null ? Date.parse(a.at) - Date.parse(b.at) : 0;
  return byInstant || compareHints(a, b);
}

/** Returns the index of the last hint that isn't above `hint`, or -1. `sorted` is ascending. */
function lastNotAbove(sorted: readonly OrderedEvent[], hint: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.orderHint ?? Number.POSITIVE_INFINITY) <= hint) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Returns events in reading order. An event without an instant follows the timed event whose hint is just before its
 * own.
 */
export function orderEvents<Event extends OrderedEvent>(events: readonly Event[]): Event[] {
  const timed = events.filter((event) => event.at !== null).sort(compareEvents);
  const untimed = events.filter((event) => event.at === null).sort(compareHints);
  if (untimed.length === 0) return timed;

  const byHint = [...timed].sort(compareHints);
  const leading: Event[] = [];
  const following = new Map<string, Event[]>();
  for (const event of untimed) {
    const anchor = byHint[lastNotAbove(byHint, event.orderHint)];
    if (!anchor) {
      leading.push(event);
      continue;
    }
    const others = following.get(anchor.id);
    if (others) others.push(event);
    else following.set(anchor.id, [event]);
  }
  return [...leading, ...timed.flatMap((event) => [event, ...(following.get(event.id) ?? [])])];
}
