import { onceAText } from "#lib/base/text/once-a-text.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { NAMES } from "./field-names.ts";
import { plainName } from "./local-names.ts";

/** The meaning of a time, by the name of its field. */
export type TimeRole = "fired" | "made" | "taken" | "changed" | "updated" | "over";

const WHOSE =
  /^(?:incident|alert|alarm|problem|event|outage|issue|downtime|monitor|case|run|job|build|task|workflow|pipeline|stage|deployment|datetime|date|time)(?:of)?(?=.)/;
const STEMS: readonly (readonly [TimeRole, RegExp])[] = [
  [
    "over",
    /^(?:end|clos|resol|solv|finish|complet|stop|clear|recover|restor|terminat|done|rclock|errored|failedat|cancel|abort)/,
  ],
  ["taken", /^ack/],
  ["changed", /^(?:last)?(?:(?:state|status)(?:last)?(?:chang|transition)|transition|chang)/],
  [
    "fired",
    /^(?:start|began|begin|(?:last)?(?:fired|trigger)|open|raised|detected|first|since|active|down|fail|breach)/,
  ],
  ["made", /^(?:sys)?(?:creat|report|insert|add(?:ed|time|date))/],
  ["updated", /^(?:sys)?(?:last)?(?:updat|modif|edit|moved)|^last(?:at|date|time)?$/],
];

/**
 * Returns a field's name without case and separators, and without the word for its object: `incident_closed` is
 * `closed`.
 */
export const bareName = (key: string): string => plainName(key).replace(WHOSE, "");

/** Returns what the time of a field means, or null if the name only says that it is a time. */
export const timeRoleOf = onceAText(5000, (key): TimeRole | null => {
  const name = bareName(key);
  return STEMS.find(([, stem]) => stem.test(name))?.[0] ?? null;
});

/** The notation of a time at the end of its name: `incident_time_iso` is `incident_time`. */
const NOTATION = new RegExp(
  `${oneOf`
  iso(?:8601)? | rfc\d{4} | utc | gmt | unix(?:format|time)? | unixtimeformat
  epoch(?:ms|millis|seconds)? | (?:in)?millis | [mu]?secs? | micros? | nanos? | local | ms
`}$`,
);
export const withoutNotation = (name: string): string => name.replace(NOTATION, "");

/** Returns whether a field's name says that its times are in UTC: `eventTimeUTC`, `utc_timestamp`. */
export const saysUtc = onceAText(5000, (key): boolean => /^(?:utc|gmt)(?!offset)|(?:utc|gmt)$/.test(plainName(key)));

/** Returns whether it says that they are local: `local_time`. */
export const saysLocal = onceAText(5000, (key): boolean => /^local|local$/.test(plainName(key)));

/** When an account was created, a file changed or a token expires, which says nothing about the event. */
const OF_A_THING = new RegExp(
  `^${oneOf`
    process | file | user | account | member | owner | customer | cert(?:ificate)? | token | password | licen[cs]e
    key | repo(?:sitory)? | project | org(?:ani[sz]ation)? | subscription | plan | trial | host | device | agent | image
  `}${oneOf`start | end | creat | expir | regist | install | join | log | modif | updat | valid | chang`}`,
);
export const isOfAThing = onceAText(5000, (key): boolean => OF_A_THING.test(plainName(key)));

const MOMENT =
  /^(detected|declared|identified|escalated|assigned|mitigated|contained|resolved|closed|reopened)(?:at|on|time|date|datetime|timestamp)?$/;

/** Returns what was done at the time of a field, by its name: `escalated` for `escalated_at`. Null for any other. */
export const momentNamed = (key: string): string | null => MOMENT.exec(bareName(key))?.[1] ?? null;

const FIRST_TIME = /^first(?:occurrence|occurred|detect(?:ed|ion)|observed|noticed|happened|fail(?:ed|ure))$/;

/**
 * Returns whether a name is that of a time although it doesn't end like one: `incident_start`, `outage_ended`, `acked`.
 */
export function isTimeName(name: string): boolean {
  const bare = bareName(name);
  if (/^ack(?:ed|nowledged|nowledge?ment)?$/.test(bare) || FIRST_TIME.test(bare)) return true;
  return bare !== name && (NAMES.times.includes(bare) || NAMES.ends.includes(bare));
}
