import { randomUUID } from "node:crypto";
import { z } from "zod";

const screenNews = z.object({
  /** The process that the screen reported to. */
  from: z.string(),
  incidentId: z.string(),
  userId: z.string(),
  screen: z.string(),
  /** Null if the screen is gone. */
  shows: z.object({ name: z.string(), eventId: z.string().nullable() }).nullable(),
});

/** A report of a screen, in the form that one process sends to the others. */
export type ScreenNews = z.infer<typeof screenNews>;

/** Reads the news of another process. */
export const parseScreen = (message: string): ScreenNews => screenNews.parse(JSON.parse(message));

/** One person who has an incident open, with the events that they are editing. */
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

/** After so many ms without a report a screen is gone: three times the browser's interval. */
export const GONE_MS = 45_000;
/** Most tabs of one person on one incident. The oldest makes room. */
const MOST_SCREENS = 8;

/** Who is looking at which incident, in any process. Kept only in memory, and forgotten without new reports. */
export class PeopleHere {
  /** Reports to the other processes. Set once they can be reached. */
  tellOthers: (news: ScreenNews) => void = () => undefined;
  readonly #me = randomUUID();
  readonly #incidents = new Map<string, Map<string, Screen>>();
  readonly #onChange: (incidentId: string) => void;

  /** `onChange` is called when someone comes, leaves or opens another event, but not while they stay. */
  constructor(onChange: (incidentId: string) => void) {
    this.#onChange = onChange;
  }

  /**
   * Reports that a person's screen shows the incident. Whatever name the screen gives itself, it counts for that person
   * only.
   */
  say(incidentId: string, said: { userId: string; name: string; screen: string; eventId: string | null }): void {
    const { userId, screen, ...shows } = said;
    this.#show(incidentId, said);
    this.tellOthers({ from: this.#me, incidentId, userId, screen, shows });
  }

  leave(incidentId: string, { userId, screen }: { userId: string; screen: string }): void {
    this.#drop(incidentId, `${userId} ${screen}`);
    this.tellOthers({ from: this.#me, incidentId, userId, screen, shows: null });
  }

  /** Takes over what a screen reported to another process. */
  hear({ from, incidentId, userId, screen, shows }: ScreenNews): void {
    if (from === this.#me) return;
    if (shows) this.#show(incidentId, { userId, screen, ...shows });
    else this.#drop(incidentId, `${userId} ${screen}`);
  }

  #show(incidentId: string, said: { userId: string; name: string; screen: string; eventId: string | null }): void {
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

  /** Returns everyone on the incident, each once, by name. */
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
