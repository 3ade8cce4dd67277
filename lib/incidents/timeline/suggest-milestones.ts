import { type EventKind, wordsOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { MilestoneTimes } from "./metrics.ts";
import { MILESTONES, type MilestoneName } from "./milestone-names.ts";
import { changeBefore, type Found, isFailure, isStep, stepThatHelped } from "./milestones/course.ts";
import { oneIncident } from "./milestones/rounds.ts";
import { type Saying, type SuggestibleEvent, type ToldEvent, toldEvents } from "./milestones/told-event.ts";

export type { SuggestibleEvent } from "./milestones/told-event.ts";

export interface MilestoneSuggestion {
  name: MilestoneName;
  eventId: string;
  at: string;
  reason: string;
}

/** A way to find a milestone: by kinds that the event tells, or by what its words say. */
interface Rule {
  kinds?: readonly EventKind[];
  says?: readonly Saying[];
}

/** The first or last event that a rule finds; of several rules the first that finds one. */
function pick(which: "first" | "last", events: readonly ToldEvent[], rules: readonly Rule[]): Found | null {
  for (const { kinds = [], says = [] } of rules) {
    const found = events.filter(
      (event) => kinds.some((kind) => event.kinds.has(kind)) || says.some((one) => event.says.has(one)),
    );
    const event = which === "first" ? found[0] : found.at(-1);
    if (!event) continue;
    const what = kinds.includes(event.kind) ? `event of kind “${wordsOfKind(event.kind)}”` : "event whose words say so";
    return { event, reason: found.length === 1 ? `The only ${what}` : `The ${which} of ${found.length}: ${what}` };
  }
  return null;
}

const SIMPLE: Partial<Record<MilestoneName, readonly ["first" | "last", readonly Rule[]]>> = {
  paged: ["first", [{ kinds: ["paged"] }]],
  declared: ["first", [{ kinds: ["declared"] }]],
  commander_assigned: ["first", [{ kinds: ["commander_assigned"] }]],
  closed: ["last", [{ kinds: ["closed"] }]],
};

/** The story of one incident as its milestones ask for it; what a person has set goes before what the events tell. */
class Course {
  readonly events: readonly ToldEvent[];
  readonly #set: MilestoneTimes;

  constructor(events: readonly ToldEvent[], set: MilestoneTimes) {
    this.events = events;
    this.#set = set;
  }

  find(name: MilestoneName): Found | null {
    const simple = SIMPLE[name];
    if (simple) return pick(simple[0], this.events, simple[1]);
    switch (name) {
      case "impact_started":
        return this.#impact();
      case "detected":
        return this.#detection();
      case "trigger_change":
        return changeBefore(this.events, this.#instant("impact_started") ?? this.#instant("detected"));
      case "acknowledged":
        return pick("first", this.#since("detected"), [{ kinds: ["acknowledged"] }]);
      case "responding":
        return this.#response();
      case "first_public_update":
        return pick("first", this.#sinceTrouble(), [{ kinds: ["public_update"] }]);
      case "mitigation_started":
        return stepThatHelped(this.events, this.#known(), this.#instant("mitigated") ?? this.#instant("resolved"));
      case "mitigated":
        return this.#relief();
      default:
        return this.#resolution();
    }
  }

  #instant(name: MilestoneName): number | null {
    const time = this.#set[name];
    if (time && time.precision !== "unknown") return Date.parse(time.at);
    return this.find(name)?.event.ms ?? null;
  }

  /** When the trouble was there or known: no step of the response lies before. */
  #known(): number {
    return Math.max(this.#instant("impact_started") ?? 0, this.#instant("detected") ?? 0);
  }

  /** What was told before there was anything to tell is no update. */
  #sinceTrouble(): readonly ToldEvent[] {
    const known = [this.#instant("impact_started"), this.#instant("detected")].filter((ms) => ms !== null);
    return this.events.filter(({ ms }) => ms >= Math.min(...known, Number.MAX_SAFE_INTEGER) || known.length === 0);
  }

  #since(name: MilestoneName): readonly ToldEvent[] {
    const from = this.#instant(name);
    return from === null ? this.events : this.events.filter(({ ms }) => ms >= from);
  }

  #impact(): Found | null {
    const stated = pick("first", this.events, [{ says: ["impact_label"] }, { kinds: ["impact_started"] }]);
    const noticed = this.#detection()?.event.ms;
    if (stated || noticed === undefined) return stated;
    const event = this.events.find(
      ({ ms, kinds }) => ms < noticed && (kinds.has("error_observed") || kinds.has("dependency_event")),
    );
    return event ? { event, reason: "The first failure, before anybody noticed" } : null;
  }

  /** What somebody notices in the middle of the response is not how it was detected. */
  #detection(): Found | null {
    const first = this.events.findIndex((event) => isStep(event, false) || event.kinds.has("acknowledged"));
    const before = first < 0 ? this.events : this.events.slice(0, first + 1);
    const kinds: EventKind[] = ["alert_fired", "customer_report", "paged"];
    return pick("first", before, [{ kinds, says: ["noticed"] }]) ?? pick("first", this.events, [{ kinds }]);
  }

  #response(): Found | null {
    return pick("first", this.#since("detected"), [{ kinds: ["joined"], says: ["looked_into"] }]);
  }

  /** The first relief that held: after it nothing failed again. */
  #relief(): Found | null {
    const since = this.#since("impact_started");
    const held = since.slice(Math.max(0, since.findLastIndex(isFailure)));
    const eased = held.find(({ kinds, says }) => kinds.has("rollback_finished") && says.has("eased"));
    return (
      pick("first", since, [{ kinds: ["mitigated"] }]) ??
      (eased ? { event: eased, reason: "The rollback finished and errors fell" } : null) ??
      pick("first", held, [
        { kinds: ["impact_ended"] },
        { kinds: ["rollback_finished"] },
        { says: ["fix_live"] },
        { says: ["watching"] },
      ])
    );
  }

  /** The end of the last round: what was declared or opened again after it was resolved is not resolved by that. */
  #resolution(): Found | null {
    const rules: Rule[] = [{ says: ["end_label"] }, { kinds: ["resolved"] }, { kinds: ["impact_ended"] }];
    const whole = pick("last", this.events, rules);
    const again = this.events.findLastIndex(({ kind }) => kind === "declared" || kind === "reopened");
    const wasResolved = this.events.slice(0, Math.max(0, again)).some(({ kind }) => kind === "resolved");
    const after = this.events.slice(again + 1);
    if (!wasResolved || after.some(({ id }) => id === whole?.event.id)) return whole;
    const found = pick("last", after, rules);
    const closed = after.findLast(({ kind }) => kind === "closed");
    if (found || !closed) return found;
    return { event: closed, reason: "The close of what was opened again after it had been resolved" };
  }
}

/**
 * Suggestions for the milestones that are not settled yet (set, or marked as not applicable), in their textbook order, all
 * of one incident. Impact start comes only from an event that states it. What a person refused is not suggested again.
 */
export function suggestMilestones(
  events: readonly SuggestibleEvent[],
  milestones: MilestoneTimes,
  notApplicable: readonly MilestoneName[] = [],
  refusals: readonly { name: MilestoneName; eventId: string }[] = [],
): MilestoneSuggestion[] {
  const setAt = Object.values(milestones).flatMap((time) =>
    time && time.precision !== "unknown" ? Date.parse(time.at) : [],
  );
  const told = oneIncident(toldEvents(events), setAt);
  const course = new Course(told, milestones);
  /** The story without the events that were refused as this milestone. */
  const courseFor = (name: MilestoneName) => {
    const refused = refusals.filter((one) => one.name === name).map(({ eventId }) => eventId);
    if (refused.length === 0) return course;
    return new Course(
      told.filter(({ id }) => !refused.includes(id)),
      milestones,
    );
  };
  return MILESTONES.filter((name) => !milestones[name] && !notApplicable.includes(name)).flatMap((name) => {
    const found = courseFor(name).find(name);
    return found ? { name, eventId: found.event.id, at: found.event.at, reason: found.reason } : [];
  });
}
