import { MINUTE_MS } from "#lib/base/time/spans.ts";
import type { Candidate } from "./candidate.ts";

/** Something that two events can share, with the words that name it: "alert name SignInErrorRate". */
export interface Trait {
  key: string;
  words: string;
  /** How certain it is that two events that share it are one fact, 0 to 1. */
  weight: number;
  /** The most ms that the two can be apart. */
  withinMs: number;
}

const LONGEST_READ = 2000;

const textOf = ({ title, body }: Candidate) => `${title}\n${body}`.slice(0, LONGEST_READ);

const ADDRESS = /https?:\/\/[^\s<>()"'|\]]{4,300}/g;
const COMMIT = /\b[0-9a-f]{7,40}\b/g;
const TICKET = /\b[A-Z][A-Z0-9]{1,9}-\d{1,7}\b/g;
const CHANGE_NUMBER = /(?:^|[\s(])[#!](\d{2,7})\b/g;
const VERSION = /\bv?\d{1,4}\.\d{1,4}\.\d{1,6}(?:-[\w.]{1,20})?\b/g;
/** Matches names with two or more humps, or three or more parts joined by a hyphen or underscore. */
const CAMEL = /\b(?:[A-Z][a-z0-9]+|[A-Z]{2,6}(?=[A-Z][a-z])){2,8}(?:[A-Z]{1,5})?\b/g;
const JOINED = /\b[a-z0-9]{2,24}(?:[-_][a-z0-9]{2,24}){2,6}\b/gi;

const all = (pattern: RegExp, text: string): string[] => [...new Set(text.match(pattern) ?? [])].slice(0, 12);

function addressesOf(event: Candidate, text: string): string[] {
  const found = [...(event.url ? [event.url] : []), ...all(ADDRESS, text)];
  return [...new Set(found.map((url) => url.replace(/[#?].*$/, "").replace(/[/.,]+$/, "")))];
}

const isCommit = (word: string) => /\d/.test(word) && /[a-f]/.test(word);

/** Returns what an event names: URLs, ids, versions and names of alerts. */
export function traitsOf(event: Candidate): Trait[] {
  const text = textOf(event);
  const without = text.replace(ADDRESS, " ");
  const trait = (key: string, words: string, weight: number, minutes: number): Trait => ({
    key: key.toLowerCase(),
    words,
    weight,
    withinMs: minutes * MINUTE_MS,
  });
  return [
    ...addressesOf(event, text).map((url) => trait(`url ${url}`, `address ${shortened(url)}`, 0.97, 10)),
    ...all(COMMIT, without)
      .filter(isCommit)
      .map((sha) => trait(`commit ${sha.slice(0, 7)}`, `commit ${sha.slice(0, 7)}`, 0.94, 10)),
    ...all(TICKET, without).map((id) => trait(`id ${id}`, `id ${id}`, 0.9, 10)),
    ...[...without.matchAll(CHANGE_NUMBER)].slice(0, 4).map(([, id]) => trait(`# ${id}`, `number #${id}`, 0.86, 10)),
    ...all(VERSION, without).map((id) => trait(`version ${id.replace(/^v/, "")}`, `version ${id}`, 0.88, 10)),
    ...[...all(CAMEL, without), ...all(JOINED, without)].map((name) =>
      trait(`name ${name}`, `${isAlert(event) ? "alert " : ""}name ${name}`, 0.96, 5),
    ),
  ];
}

const isAlert = ({ kind }: Candidate) => kind === "alert_fired" || kind === "alert_resolved" || kind === "paged";
const shortened = (url: string) => (url.length > 80 ? `${url.slice(0, 80)}…` : url);

const STOP = new Set(
  "the and for with was were has have had are been from that this then its our will now not but all out into over than they them some can could there which about after before".split(
    " ",
  ),
);

/** Returns the significant words of a text in lower case, once each, without endings. */
export function meaningOf(text: string): Set<string> {
  const words =
    text
      .slice(0, 600)
      .replace(ADDRESS, " ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,40}/gu) ?? [];
  return new Set(words.filter((word) => !STOP.has(word)).map((word) => word.replace(/(?:ing|ed|es|s)$/, "")));
}

/** Returns the share of the smaller set that is in the other, 0 to 1. 0 if it has fewer than three words. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size < 3) return 0;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  const contained = shared / small.size;
  return contained * (0.6 + 0.4 * (small.size / large.size));
}
