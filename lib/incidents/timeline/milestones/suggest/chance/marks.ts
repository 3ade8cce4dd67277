import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { milestoneAt } from "../../decide-span.ts";
import type { MilestoneTimes } from "../../metrics.ts";
import { MILESTONES } from "../../milestone-names.ts";
import type { ReadStory } from "../rules/by-rules.ts";
import { isAnswer, mayBeWork, SIGNALS } from "../rules/signals.ts";
import { isAct, isBad, isFailure, isRecovery, isResponse, isStep, isTrouble, saysAny, tells } from "../rules/signs.ts";
import type { ToldEvent } from "../statements/told-event.ts";

/** Properties of an event in its story whose places matter as much as the event itself. */
const ROLES: readonly (readonly [string, (event: ToldEvent) => boolean])[] = [
  ["bad", isBad],
  ["trouble", isTrouble],
  ["failure", isFailure],
  ["step", (event) => isStep(event)],
  ["act", isAct],
  ["recovery", isRecovery],
  ["response", isResponse],
  ["answer", isAnswer],
  ["well", ({ says }) => says.has("well")],
  ["hearing", (event) => saysAny(event, ["heard", "noticed"])],
  ["work", mayBeWork],
  ["signal", (event) => tells(event, SIGNALS)],
];

const GAPS: readonly (readonly [string, number])[] = [
  ["over 6 h", 360],
  ["over 1 h", 60],
  ["over 10 min", 10],
];
const FEW = 3;
const SEVERAL = 7;
const MANY = 20;
const BRIEF_WORDS = 5;
const LONG_WORDS = 25;
const CLOCK = /\b\d{1,2}[:.]\d\d\b/;

/**
 * Returns the features of each event in a story that can decide its milestone, in order. The places of other
 * milestones come from a person or, if none has set them, from the rules.
 */
export function marksOf({ events, found }: ReadStory, set: MilestoneTimes): ReadonlySet<string>[] {
  const marks = events.map((event, place) => new Set([...ownMarks(event), ...placeMarks(events, place)]));
  for (const [role, is] of ROLES) {
    const places = events.flatMap((event, place) => (is(event) ? place : []));
    const [first, last] = [places[0] ?? Number.POSITIVE_INFINITY, places.at(-1) ?? -1];
    for (const place of places) marks[place]?.add(role);
    marks[first]?.add(`first ${role}`);
    marks[last]?.add(`last ${role}`);
    for (const [place, set] of marks.entries()) {
      if (first < place) set.add(`behind ${role}`);
      if (last > place) set.add(`before ${role}`);
    }
  }
  for (const name of MILESTONES) {
    const at = milestoneAt(set, name);
    const own = found.get(name)?.event;
    const known = at === null ? own?.ms : Date.parse(at);
    if (known === undefined) continue;
    for (const [place, { id, ms }] of events.entries()) {
      marks[place]?.add(`${ms < known ? "before" : ms > known ? "behind" : "with"} ${name}`);
      if (id === own?.id) marks[place]?.add(`is ${name}`);
    }
  }
  return marks;
}

const LIKELY: readonly (readonly [string, number])[] = [
  ["maybe", 0],
  ["likely", 0.4],
  ["surely", 0.8],
];

const ownMarks = ({ says, kinds, maybe, title, precision, isGiven }: ToldEvent): string[] => {
  const words = title.split(/\s+/).length;
  return [
    ...[...says].map((one) => `says ${one}`),
    ...[...kinds].map((one) => `tells ${one}`),
    ...[...maybe].flatMap(([kind, chance]) =>
      LIKELY.filter(([, least]) => chance >= least).map(([how]) => `${how} ${kind}`),
    ),
    ...(precision === "day" ? ["day alone"] : []),
    ...(words <= BRIEF_WORDS ? ["brief"] : words > LONG_WORDS ? ["long"] : []),
    ...(CLOCK.test(title) ? ["clock in words"] : []),
    ...(isGiven ? ["kind given"] : []),
  ];
};

function placeMarks(events: readonly ToldEvent[], place: number): string[] {
  const [before, event, after] = [events[place - 1], events[place], events[place + 1]];
  const count = events.length;
  const gap = (side: string, from: ToldEvent | undefined, to: ToldEvent | undefined) => {
    if (!from || !to) return [];
    const minutes = (to.ms - from.ms) / MINUTE_MS;
    const words = minutes === 0 ? "same time" : GAPS.find(([, least]) => minutes > least)?.[0];
    return words ? [`${words} ${side}`] : [];
  };
  const thirds = Math.floor((3 * place) / Math.max(1, count));
  return [
    ...(place === 0 ? ["first"] : place === 1 ? ["second"] : []),
    ...(place === count - 1 ? ["last"] : place === count - 2 ? ["last but one"] : []),
    ["first third", "middle third", "last third"][thirds] ?? "last third",
    ...(count === 1 ? ["of one"] : count === 2 ? ["of two"] : []),
    ...(count <= FEW ? ["of few"] : count <= SEVERAL ? ["of several"] : count > MANY ? ["of many"] : []),
    ...gap("before", before, event),
    ...gap("after", event, after),
  ];
}
