import { onceAText } from "#lib/base/text/once-a-text.ts";
import { NAMES } from "./field-names.ts";
import { plainName } from "./local-names.ts";

/** What the time of a field was the time of, told by its name. */
export type TimeRole = "fired" | "made" | "taken" | "changed" | "updated" | "over";

const WHOSE =
  /^(?:incident|alert|alarm|problem|event|outage|issue|downtime|monitor|case|run|job|build|task|workflow|pipeline|stage|deployment|date|datetime|time)(?:of)?(?=.)/;
const STEMS: readonly (readonly [TimeRole, RegExp])[] = [
  [
    "over",
    /^(?:end|clos|resol|solv|finish|complet|stop|clear|recover|restor|terminat|done|rclock|errored|failedat|cancel|abort)/,
  ],
  ["taken", /^ack/],
  ["changed", /^(?:last)?(?:(?:state|status)(?:last)?(?:chang|transition)|transition|chang)/],
  ["fired", /^(?:start|began|begin|fired|trigger|open|raised|detected|first|since|active|down|fail|breach)/],
  ["made", /^(?:sys)?(?:creat|report)/],
  ["updated", /^(?:sys)?(?:last)?(?:updat|modif|edit)|^last(?:at|date|time)?$/],
];

/** A name of a field without case and joints, and without the word for what it is of: `incident_closed` is `closed`. */
export const bareName = (key: string): string => plainName(key).replace(WHOSE, "");

/** What the time of a field is the time of; null for one that says only that it is a time. */
export const timeRoleOf = onceAText(5000, (key): TimeRole | null => {
  const name = bareName(key);
  return STEMS.find(([, stem]) => stem.test(name))?.[0] ?? null;
});

/** How a time is written, said at the end of its name: `incident_time_iso` is `incident_time`. */
const NOTATION =
  /(?:iso(?:8601)?|rfc\d{4}|utc|gmt|unix(?:format|time)?|unixtimeformat|epoch(?:ms|millis|seconds)?|(?:in)?millis|[mu]?secs?|micros|nanos|local|ms)$/;
export const withoutNotation = (name: string): string => name.replace(NOTATION, "");

/** Whether the name of a field says that its times are in UTC: `eventTimeUTC`, `utc_timestamp`. */
export const saysUtc = onceAText(5000, (key): boolean => /^(?:utc|gmt)(?!offset)|(?:utc|gmt)$/.test(plainName(key)));

/** Whether it says that they are those of a place: `local_time`. */
export const saysLocal = onceAText(5000, (key): boolean => /^local|local$/.test(plainName(key)));

/** When an account was made, a file changed or a token expires, whatever else happened then. */
const OF_A_THING =
  /^(?:process|file|user|account|member|owner|customer|cert(?:ificate)?|token|password|licen[cs]e|key|repo(?:sitory)?|project|org(?:ani[sz]ation)?|subscription|plan|trial|host|device|agent|image)(?:start|end|creat|expir|regist|install|join|log|modif|updat|valid|chang)/;
export const isOfAThing = onceAText(5000, (key): boolean => OF_A_THING.test(plainName(key)));

const MOMENT =
  /^(detected|declared|identified|escalated|assigned|mitigated|contained|resolved|closed|reopened)(?:at|on|time|date|datetime|timestamp)?$/;

/** What was done in a matter at the time of a field, told by its name: `escalated_at` is `escalated`; null for any other. */
export const momentNamed = (key: string): string | null => MOMENT.exec(bareName(key))?.[1] ?? null;

/** `incident_start`, `outage_ended`, `acked`: whether a name that does not end like a time is that of one nonetheless. */
export function isTimeName(name: string): boolean {
  const bare = bareName(name);
  if (/^ack(?:ed|nowledged|nowledge?ment)?$/.test(bare)) return true;
  return bare !== name && (NAMES.times.includes(bare) || NAMES.ends.includes(bare));
}
