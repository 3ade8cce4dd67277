import { SHORT_MONTH } from "#lib/base/time/local-date.ts";

const INCIDENT = String.raw`(?:incident|outage|disruption|interruption|downtime|degradation|breach)`;
/** "Incident commander" is a person. */
const NOT_ITSELF = String.raw`(?!s?\s(?:commander|manager|response|responder|report|review|channel|call|command|update|management))`;
const NUMBER = String.raw`(?:#|no\.?|nr\.?|number)?\s?(?:\d{1,2}|i{1,3}|one|two|three|four)\b(?![-/.:]?\d)`;
const MONTH = String.raw`(?!(?:st|nd|rd|th)?\s(?:${SHORT_MONTH}|of\b|minutes?|hours?|days?))`;

const NAMES: readonly RegExp[] = [
  new RegExp(String.raw`\b${INCIDENT}\s?${NUMBER}${MONTH}`, "i"),
  new RegExp(
    String.raw`\b(?:first|second|third|fourth|1st|2nd|3rd|4th)\s(?:[\w-]+\s){0,2}${INCIDENT}\b${NOT_ITSELF}`,
    "i",
  ),
  /\b(?:Incident|Outage) [A-D](?=\s*(?:$|[:.(–—-]))/,
  /^\W*[A-Z]{2,10}-\d{1,6}\b/,
];
const ANY = new RegExp(String.raw`\b${INCIDENT}\b${NOT_ITSELF}`, "i");

/**
 * Returns whether a heading numbers or names one incident among several: "Outage 2", "The first outage", "INC-12: …".
 */
export const isOneOfSeveral = (title: string): boolean => NAMES.some((name) => name.test(title));

/** Returns whether a heading mentions an incident: "Outage of 25 January". */
export const isIncidentTitle = (title: string): boolean => ANY.test(title) || isOneOfSeveral(title);
