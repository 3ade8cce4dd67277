import { replaceEqualDeep } from "@tanstack/react-query";
import type { TimelineEvent } from "#lib/contract/timeline.ts";

/** The events of an incident loaded so far. Complete if `nextCursor` is null. */
export interface Story {
  items: TimelineEvent[];
  nextCursor: string | null;
  total: number;
}

/** Adds the next page. An event that moved between two pages appears once, as it was read last. */
export function appendPage(story: Story, page: Story): Story {
  const fresh = new Set(page.items.map((event) => event.id));
  const kept = story.items.filter((event) => !fresh.has(event.id));
  return { items: [...kept, ...page.items], nextCursor: page.nextCursor, total: page.total };
}

/** Returns the story with one event changed or removed. */
export function replaceEvent(story: Story, event: TimelineEvent): Story {
  if (event.removed) return removeEvent(story, event.id);
  return { ...story, items: story.items.map((one) => (one.id === event.id ? event : one)) };
}

/** Returns the story without an event, and with its total reduced. */
export function removeEvent(story: Story, id: string): Story {
  const items = story.items.filter((event) => event.id !== id);
  return { ...story, items, total: story.total - (story.items.length - items.length) };
}

/** Returns the story with one event added or moved: after everything that isn't later. */
export function placeEvent(story: Story, event: TimelineEvent, afterEventId: string | null = null): Story {
  const others = removeEvent(story, event.id);
  const items = [...others.items];
  items.splice(placeOf(items, event, afterEventId), 0, event);
  return { ...others, items, total: others.total + 1 };
}

function placeOf(items: readonly TimelineEvent[], event: TimelineEvent, afterEventId: string | null): number {
  if (event.at === null) {
    const anchor = afterEventId === null ? -1 : items.findIndex((one) => one.id === afterEventId);
    return anchor < 0 ? items.length : anchor + 1;
  }
  const at = Date.parse(event.at);
  const later = items.findIndex((one) => one.at !== null && Date.parse(one.at) > at);
  return later < 0 ? items.length : later;
}

/** Returns the story with several events changed, moved or removed. */
export function placeEvents(story: Story, events: readonly TimelineEvent[]): Story {
  const fresh = new Map(events.map((event) => [event.id, event]));
  const stays = (one: TimelineEvent) => {
    const event = fresh.get(one.id);
    return event === undefined || (!event.removed && event.at === one.at);
  };
  const staying = story.items.filter(stays).map((one) => fresh.get(one.id) ?? one);
  const stayingIds = new Set(staying.map((event) => event.id));
  const others = { ...story, items: staying, total: story.total - (story.items.length - staying.length) };
  return events
    .filter((event) => !event.removed && !stayingIds.has(event.id))
    .reduce((into, event) => placeEvent(into, event), others);
}

const unsettled = new WeakSet<TimelineEvent>();

/** An event as it will be after the pending changes. */
export function asExpected(event: TimelineEvent): TimelineEvent {
  unsettled.add(event);
  return event;
}

/**
 * Keeps the rendered objects of unchanged events, so their rows aren't rendered again. Changed ones are used as they
 * arrived, because a copy of an expected event would no longer be recognised.
 */
export function shareEvents(shown: Story | undefined, next: Story): Story {
  const known = new Map(shown?.items.map((event) => [event.id, event]));
  const items = next.items.map((event) => {
    const one = known.get(event.id);
    return one && one !== event && !unsettled.has(one) && replaceEqualDeep(one, event) === one ? one : event;
  });
  const isSame = items.length === shown?.items.length && items.every((event, index) => event === shown.items[index]);
  return isSame && shown.nextCursor === next.nextCursor && shown.total === next.total ? shown : { ...next, items };
}

/**
 * Returns a loaded story, except for events that changed on this page while it was loading: those stay as shown, so a
 * step that was just taken doesn't seem undone until the next reading.
 */
export function keepNewer(read: Story, shown: Story | undefined): Story {
  const known = new Map(shown?.items.map((event) => [event.id, event]));
  const newer = read.items.flatMap((event) => {
    const one = known.get(event.id);
    return one && (one.version > event.version || unsettled.has(one)) ? [one] : [];
  });
  return newer.length === 0 ? read : placeEvents(read, newer);
}

/** Returns the story with a milestone on one event only. Null removes the milestone. */
export function moveMilestone(story: Story, name: TimelineEvent["milestones"][number], eventId: string | null): Story {
  const items = story.items.map((event) => {
    const has = event.milestones.includes(name);
    if (event.id === eventId) return has ? event : { ...event, milestones: [...event.milestones, name] };
    return has ? { ...event, milestones: event.milestones.filter((one) => one !== name) } : event;
  });
  return { ...story, items };
}
