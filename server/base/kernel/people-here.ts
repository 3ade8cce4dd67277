/** One person who has an incident open, with the events that they have open for editing. */
export interface Here {
  id: string;
  name: string;
  eventIds: string[];
}

interface Screen {
  userId: string;
  name: string;
  eventId: string | null;
  leaves: NodeJS.Timeout;
}

/** A screen that was not heard of for so long is gone: three times what the browser waits between two words. */
export const GONE_MS = 45_000;
/** Tabs of one person on one incident; the oldest makes room. */
const MOST_SCREENS = 8;

/** Who looks at which incident in this process. Kept in memory alone, and forgotten when no one says it again. */
export class PeopleHere {
  readonly #incidents = new Map<string, Map<string, Screen>>();
  readonly #onChange: (incidentId: string) => void;

  /** `onChange` is called when someone came, left or opened another event, not when they are merely still here. */
  constructor(onChange: (incidentId: string) => void) {
    this.#onChange = onChange;
  }

  /** A screen of a person shows the incident. Whatever name the screen gives itself, it speaks for that person alone. */
  say(incidentId: string, said: { userId: string; name: string; screen: string; eventId: string | null }): void {
    const { userId, name, screen, eventId } = said;
    const screens = this.#incidents.get(incidentId) ?? new Map<string, Screen>();
    this.#incidents.set(incidentId, screens);
    const key = `${userId} ${screen}`;
    const was = screens.get(key);
    clearTimeout(was?.leaves);
    // Removed first, so the newest entry is last.
    screens.delete(key);
    const leaves = setTimeout(() => this.#drop(incidentId, key), GONE_MS);
    leaves.unref();
    screens.set(key, { userId, name, eventId, leaves });
    const own = [...screens].filter(([, one]) => one.userId === userId);
    for (const [oldest] of own.slice(0, -MOST_SCREENS)) this.#drop(incidentId, oldest);
    if (was?.eventId !== eventId || was.name !== name) this.#onChange(incidentId);
  }

  leave(incidentId: string, { userId, screen }: { userId: string; screen: string }): void {
    this.#drop(incidentId, `${userId} ${screen}`);
  }

  /** Everyone on the incident, each once, by name. */
  on(incidentId: string): Here[] {
    const people = new Map<string, Here>();
    for (const { userId, name, eventId } of this.#incidents.get(incidentId)?.values() ?? []) {
      const person = people.get(userId) ?? { id: userId, name, eventIds: [] };
      if (eventId !== null && !person.eventIds.includes(eventId)) person.eventIds.push(eventId);
      people.set(userId, person);
    }
    return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
  }

  #drop(incidentId: string, key: string): void {
    const screens = this.#incidents.get(incidentId);
    const screen = screens?.get(key);
    if (!screens || !screen) return;
    clearTimeout(screen.leaves);
    screens.delete(key);
    if (screens.size === 0) this.#incidents.delete(incidentId);
    this.#onChange(incidentId);
  }
}
