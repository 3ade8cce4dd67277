import { words } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { MilestoneTimes } from "../../metrics.ts";
import type { MilestoneName } from "../../milestone-names.ts";
import { firstLivePost } from "../statements/live-voice.ts";
import { captionOf, isLaterStage, isPost } from "../statements/plain-words.ts";
import type { Found, ToldEvent } from "../statements/told-event.ts";
import { detectionIn, impactIn, pageIn, responseIn } from "./beginning.ts";
import { namedCause } from "./cause.ts";
import { closeIn, resolutionIn } from "./ending.ts";
import { pick } from "./pick.ts";
import { isBad, isTrouble, tells } from "./signs.ts";
import { reliefThatHeld, stepThatHelped } from "./steps.ts";

const TOLD_OF_TROUBLE: readonly EventKind[] = ["declared", "mitigated", "resolved", "impact_ended", "closed"];

/** A message in a chat of the team, and not for customers. */
const IN_CHANNEL = words`(?:in|on|to) (?:the |our )?(?:internal |team )?(?:#[\w-]+|slack|irc|(?:[\w-]+ )?channel)`;

const PLANNED = /\b(?:maintenance|planned|scheduled|upgrade|tomorrow|will)\b/i;

/** The story of one incident for finding its milestones. Values that a person set come before those found in events. */
export class Course {
  readonly events: readonly ToldEvent[];
  /** Possible starts and detections. */
  readonly #notLater: readonly ToldEvent[];
  readonly #set: MilestoneTimes;

  constructor(events: readonly ToldEvent[], set: MilestoneTimes) {
    this.#set = set;
    // If some lines have a time of day, those with only a day give no milestone.
    const timed = events.filter(({ precision }) => precision !== "day");
    this.events = timed.length > 0 ? timed : events;
    this.#notLater = this.events.filter(({ title }) => !isLaterStage(title));
  }

  /** Whether the story consists of updates on a status page: it contains two of their captions. */
  get #isStatusPage(): boolean {
    const captions = this.events.filter(({ says }) => says.has("status_post")).map(({ title }) => captionOf(title));
    return new Set(captions).size > 1;
  }

  /** A field of the source comes before what its lines describe. */
  find(name: MilestoneName): Found | null {
    // A status page states when the post was created, and not when users were affected.
    const fields = this.events.filter(
      ({ states }) => states === name && !(name === "impact_started" && this.#isStatusPage),
    );
    const event = name === "resolved" ? fields.at(-1) : fields[0];
    return event ? { event, reason: "The source has it as a field" } : this.#told(name);
  }

  #told(name: MilestoneName): Found | null {
    switch (name) {
      case "trigger_change":
        return namedCause(this.events, this.#begin(), this.#known() > 0);
      case "impact_started":
        return impactIn(this.#notLater, this.#instant("detected"));
      case "detected":
        return detectionIn(this.#notLater);
      case "paged":
        return pageIn(this.events);
      case "acknowledged":
        return this.#acknowledgement();
      case "responding":
        return responseIn(this.events, this.#instant("detected"));
      case "first_public_update":
        return this.#firstUpdate();
      case "mitigation_started":
        return stepThatHelped(this.events, this.#known(), this.#end());
      case "mitigated":
        return reliefThatHeld(this.#since("impact_started"), this.#known(), this.find("resolved"));
      case "resolved":
        return resolutionIn(this.events, {
          begin: this.#begin() ?? this.events.find(isBad)?.ms ?? null,
          noticed: this.find("detected")?.event,
        });
      case "closed":
        return closeIn(this.events);
      // A decision of a person, which no sentence of a timeline states reliably.
      case "classified":
        return null;
      default:
        return pick(
          "first",
          this.events.filter(({ states }) => states === null),
          [{ kinds: [name] }],
        );
    }
  }

  #instant(name: MilestoneName): number | null {
    const time = this.#set[name];
    if (time && time.precision !== "unknown") return Date.parse(time.at);
    return this.find(name)?.event.ms ?? null;
  }

  /** When the trouble had started or was known. Steps of the response come later. */
  #known(): number {
    return Math.max(this.#instant("impact_started") ?? 0, this.#instant("detected") ?? 0);
  }

  /** When it was better. */
  #end(): number | null {
    return this.#instant("mitigated") ?? this.#instant("resolved") ?? this.#instant("closed");
  }

  /** The start of the trouble, if the story contains it. */
  #begin(): number | null {
    const known = [this.#instant("impact_started"), this.#instant("detected")].filter((ms) => ms !== null);
    return known.length > 0 ? Math.min(...known) : (this.events.find(isTrouble)?.ms ?? null);
  }

  #since(name: MilestoneName): readonly ToldEvent[] {
    const from = this.#instant(name);
    return from === null ? this.events : this.events.filter(({ ms }) => ms >= from);
  }

  /** A message from before the trouble isn't an update. */
  #sinceTrouble(): readonly ToldEvent[] {
    const begin = this.#begin() ?? (this.events.some((event) => tells(event, TOLD_OF_TROUBLE)) ? 0 : null);
    const [first] = this.events;
    // The story itself is what customers were told: "We are experiencing a loss of service."
    const isTold = first && tells(first, ["public_update"]) && isPost(first) && !PLANNED.test(first.title);
    const from = isTold ? Math.min(begin ?? first.ms, first.ms) : begin;
    return from === null ? [] : this.events.filter(({ ms }) => ms >= from);
  }

  /**
   * Returns the first public post. If one only sounds like a post and isn't the first event, earlier lines may be posts
   * too.
   */
  #firstUpdate(): Found | null {
    if (this.#isStatusPage) return pick("first", this.events, [{ kinds: ["public_update"], says: ["status_post"] }]);
    const live = firstLivePost(this.events);
    if (live) return { event: live, reason: "The timeline consists of posts to users" };
    const posts = this.#sinceTrouble().filter(({ title }) => !IN_CHANNEL.test(title));
    const found = pick("first", posts, [{ kinds: ["public_update"] }]);
    return found && isPost(found.event) && found.event.id !== this.events[0]?.id ? null : found;
  }

  /** An acknowledgement after the end is about something else. */
  #acknowledgement(): Found | null {
    const found = pick("first", this.#since("detected"), [{ kinds: ["acknowledged"] }]);
    const end = this.#instant("resolved");
    return found && end !== null && found.event.ms > end ? null : found;
  }
}
