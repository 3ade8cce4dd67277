import { type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { namesChange, readTold } from "../names-change.ts";
import { isAct, tells } from "./signs.ts";
import type { Found, ToldEvent } from "./told-event.ts";

const HOUR_MS = 3_600_000;
const CLOSE_MS = 15 * 60_000;
const LONGEST_LEAD_MS = 7 * 24 * HOUR_MS;
const TAKING_BACK: readonly EventKind[] = ["rollback_started", "rollback_finished", "flag_off"];

const isChange = ({ kinds }: ToldEvent) => [...kinds].some((kind) => groupOfKind(kind) === "change");
const isTakenBack = ({ kinds }: ToldEvent) => TAKING_BACK.some((kind) => kinds.has(kind));
const told = ({ title, body = "" }: ToldEvent) => readTold({ title, body, url: null });
/** The time of day as a text gives it: "the deploy of 14:02". */
const clockOf = ({ at }: ToldEvent) => at.slice(11, 16);

/**
 * The change that the text names as the cause: by its own words, by a later event that speaks of the cause, or because it
 * was taken back. The last change before the trouble is not the cause for that alone.
 */
export function namedCause(events: readonly ToldEvent[], troubleAt: number | null): Found | null {
  if (troubleAt === null) return null;
  const changes = events.filter(
    (event) => event.ms <= troubleAt && troubleAt - event.ms <= LONGEST_LEAD_MS && isChange(event),
  );
  const own = changes.findLast(({ says }) => says.has("mistake") || says.has("faulty") || says.has("names_cause"));
  if (own) return { event: own, reason: "Its own words say what went wrong with it" };
  const after = events.filter(({ ms, id }) => ms >= troubleAt && !changes.some((change) => change.id === id));
  const named = changes.filter((change) =>
    after.some(
      (later) =>
        later.says.has("names_cause") &&
        (namesChange(told(later), told(change)) || later.title.includes(clockOf(change))),
    ),
  );
  if (named.length === 1 && named[0]) return { event: named[0], reason: "A later event names it as the cause" };
  const blamed = changes.filter((change) => after.some((later) => blames(later, change)));
  if (blamed.length === 1 && blamed[0])
    return { event: blamed[0], reason: "A later event names such a change as the cause" };
  const undone = after.filter(isTakenBack);
  const back = changes.map((change) => ({
    change,
    shared: Math.max(0, ...undone.map((later) => sharedWords(later, change))),
  }));
  const most = Math.max(0, ...back.map(({ shared }) => shared));
  const [best, ...rivals] = back.filter(({ shared }) => shared === most);
  if (most >= 2 && best && rivals.length === 0) return { event: best.change, reason: "It was taken back later" };
  const lone = loneChange(events, troubleAt);
  if (lone && undone.length === 0) return { event: lone, reason: "The only change right before the trouble" };
  const [only, ...others] = changes.filter(({ ms }) => troubleAt - ms <= HOUR_MS);
  if (!only || others.some(({ kind }) => familyOf(kind) !== familyOf(only.kind)) || !after.some(isTakenBack))
    return null;
  const event = others.at(-1) ?? only;
  return {
    event,
    reason: `The last change before impact, ${Math.round((troubleAt - event.ms) / 60_000)} m earlier`,
  };
}

/** The only change right before the trouble, or the only act where no change is told; what is done once it is declared is none. */
function loneChange(events: readonly ToldEvent[], troubleAt: number): ToldEvent | null {
  const before = events.filter(({ ms }) => ms < troubleAt);
  const near = before.filter(({ ms }) => troubleAt - ms <= CLOSE_MS);
  const [lone, ...more] = near.some(isChange) ? near.filter(isChange) : near.filter(isAct);
  return lone && more.length === 0 && !before.some(isBegun) ? lone : null;
}
const isBegun = (event: ToldEvent): boolean => tells(event, ["declared", "acknowledged", "paged", "alert_fired"]);

/** What a change is called where it is named as the cause. */
const CALLED: readonly (readonly [string, RegExp])[] = [
  ["deploy", /\b(?:release|deploy(?:ment)?|rollout|build)\b/i],
  ["config_changed", /\b(?:config(?:uration)?|settings?|rule)\b/i],
  ["migration", /\bmigration\b/i],
  ["infra_change", /\b(?:upgrade|update|maintenance)\b/i],
];

const UNSURE = /\b(?:might|may|maybe|could|possibly|perhaps|probably|likely|suspicions?|suspect(?:s|ed)?)\b/i;

/** "Down because of a bad release", where the timeline tells of a release. */
const blames = ({ says, title }: ToldEvent, { kind }: ToldEvent): boolean =>
  says.has("names_cause") &&
  !UNSURE.test(title) &&
  CALLED.some(([family, words]) => family === familyOf(kind) && words.test(title));

const WORD = /[a-z0-9][a-z0-9._-]{2,60}/g;
const SAID_OF_ALL = new Set(
  "the and was were for with from into back after again rollback rolled rolling revert reverted deploy deployed deployment release released change changes changed version previous production all".split(
    " ",
  ),
);

/** How many words two events share, of those that are not said of every change. */
export function sharedWords(one: ToldEvent, other: ToldEvent): number {
  const said = new Set(one.title.toLowerCase().match(WORD));
  const words = new Set(other.title.toLowerCase().match(WORD));
  return [...words].filter((word) => said.has(word) && !SAID_OF_ALL.has(word)).length;
}

/** The beginning and the end of one act are of one family. */
export const familyOf = (kind: EventKind): string => kind.replace(/_(?:started|finished)$/, "");
