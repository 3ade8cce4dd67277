import { type EventKind, wordsOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { MilestoneTimes } from "../metrics.ts";
import type { MilestoneName } from "../milestone-names.ts";
import { namedCause } from "./cause.ts";
import type { Saying } from "./sayings.ts";
import { COMING, isAnswer, mayBeWork, SIGNALS } from "./signals.ts";
import {
  isFailure,
  isLastWord,
  isResponse,
  isStep,
  isTrouble,
  reliefThatHeld,
  stepThatHelped,
  tells,
} from "./steps.ts";
import type { Found, ToldEvent } from "./told-event.ts";

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
  declared: ["first", [{ kinds: ["declared"] }]],
  commander_assigned: ["first", [{ kinds: ["commander_assigned"] }]],
  closed: ["last", [{ kinds: ["closed"] }]],
};

const TOLD_OF_TROUBLE: readonly EventKind[] = ["declared", "mitigated", "resolved", "impact_ended", "closed"];

/** The story of one incident as its milestones ask for it; what a person has set goes before what the events tell. */
export class Course {
  readonly events: readonly ToldEvent[];
  readonly #set: MilestoneTimes;
  /** Where some lines give the time of day, those that give the day alone tell of no signal. */
  readonly #timed: readonly ToldEvent[];

  constructor(events: readonly ToldEvent[], set: MilestoneTimes) {
    this.events = events;
    this.#set = set;
    const timed = events.filter(({ precision }) => precision !== "day");
    this.#timed = timed.length > 0 ? timed : events;
  }

  find(name: MilestoneName): Found | null {
    const simple = SIMPLE[name];
    if (simple) return pick(simple[0], this.events, simple[1]);
    switch (name) {
      case "paged":
        return this.#page();
      case "impact_started":
        return this.#impact();
      case "detected":
        return this.#detection();
      case "trigger_change":
        return namedCause(this.events, this.#begin());
      case "acknowledged":
        return pick("first", this.#since("detected"), [{ kinds: ["acknowledged"] }]);
      case "responding":
        return this.#response();
      case "first_public_update":
        return pick("first", this.#sinceTrouble(), [{ kinds: ["public_update"] }]);
      case "mitigation_started":
        return stepThatHelped(
          this.events,
          this.#known(),
          this.#instant("mitigated") ?? this.#instant("resolved") ?? this.#instant("closed"),
        );
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
    const begin = this.#begin() ?? (this.events.some((event) => tells(event, TOLD_OF_TROUBLE)) ? 0 : null);
    return begin === null ? [] : this.events.filter(({ ms }) => ms >= begin);
  }

  #since(name: MilestoneName): readonly ToldEvent[] {
    const from = this.#instant(name);
    return from === null ? this.events : this.events.filter(({ ms }) => ms >= from);
  }

  /** Where the trouble begins as far as it is told. */
  #begin(): number | null {
    const known = [this.#instant("impact_started"), this.#instant("detected")].filter((ms) => ms !== null);
    return known.length > 0 ? Math.min(...known) : (this.events.find(isTrouble)?.ms ?? null);
  }

  #impact(): Found | null {
    const stated = pick("first", this.events, [{ says: ["impact_label"] }, { kinds: ["impact_started"] }]);
    const noticed = this.#detection()?.event.ms;
    if (stated || noticed === undefined) return stated;
    const event = this.events.find(
      ({ ms, kinds, says }) =>
        ms <= noticed && kinds.has("error_observed") && !kinds.has("alert_fired") && says.has("hits_users"),
    );
    return event ? { event, reason: "The first failure, before anybody noticed" } : null;
  }

  /** The call that began the response; who is called once somebody is there is no more than asked for help. */
  #page(): Found | null {
    const found = pick("first", this.#timed, [{ kinds: ["paged"] }]);
    const isLate = found && this.#timed.some((event) => event.ms < found.event.ms && tells(event, COMING));
    return isLate ? null : found;
  }

  /** The first signal before anybody answered it; what is noticed in the middle of the response is none. */
  #detection(): Found | null {
    const events = this.#timed;
    const trouble = events.findIndex(isTrouble);
    if (trouble < 0) return pick("first", events, [{ kinds: ["acknowledged"] }]);
    const answer = events.findIndex((event, place) => place >= trouble && isAnswer(event));
    const before = answer < 0 ? events : events.slice(0, answer + 1);
    if (events.slice(0, trouble).some((event) => isAnswer(event) && !isResponse(event))) return null;
    const isLate = events.slice(0, trouble).some(isResponse);
    const told = pick("first", before, [{ kinds: SIGNALS, says: isLate ? [] : ["noticed", "seen_failing"] }]);
    // Who is called has heard of it from somewhere: what stands before and speaks of trouble may be the first signal.
    const isCalled = told !== null && told.event.kind === "paged";
    if (isCalled && events.some((event) => event.ms < told.event.ms && event.says.has("troubled"))) return null;
    if (told || isLate) return told;
    return pick("first", before, [{ kinds: ["acknowledged"] }]);
  }

  /** The first hands-on work: somebody joins or looks into it before anything that may have been work already. */
  #response(): Found | null {
    const from = this.#instant("detected") ?? 0;
    const since = this.#since("detected");
    const work = since.findIndex((event) => event.ms > from && mayBeWork(event));
    return pick("first", work < 0 ? since : since.slice(0, work + 1), [{ kinds: ["joined"], says: ["looked_into"] }]);
  }

  #relief(): Found | null {
    return reliefThatHeld(this.#since("impact_started"), this.#resolution());
  }

  /** Service as before, where nothing failed and nothing was done any more. */
  #lastWord(): Found | null {
    const found = pick("last", this.events, [
      { kinds: ["impact_ended"] },
      { says: this.#begin() === null ? [] : ["works"] },
    ]);
    return found && isLastWord(found.event, this.events) ? found : null;
  }

  /** Whether it was worked on again behind an end, because it failed again: that end was none. */
  #brokeOutAgain({ event }: Found): boolean {
    const later = this.events.filter(({ ms }) => ms > event.ms);
    const failed = later.findIndex((one) => isFailure(one) && !isStep(one));
    return failed >= 0 && later.slice(failed + 1).some((one) => isStep(one, false));
  }

  /** The end of the last round: what was declared or opened again after it was resolved is not resolved by that. */
  #resolution(): Found | null {
    const rules: Rule[] = [{ says: ["end_label"] }, { kinds: ["resolved"] }, { says: ["said_resolved"] }];
    const told = pick("last", this.events, rules);
    const stated = told && !this.#brokeOutAgain(told) ? told : null;
    const whole = stated ?? this.#lastWord();
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
