import type { Ambiguity, NormalizedEvent } from "#importers/base/importer.ts";
import { linkAddress } from "#importers/base/link-address.ts";
import { oneLine, paragraphs } from "#importers/base/words.ts";
import { isPlainLine } from "#lib/base/text/plain-line.ts";
import { storable } from "#lib/base/text/storable.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { StatedTime } from "./read-instant.ts";

/** The fields that an importer sets for an event. The rest is derived. */
export interface EventParts {
  line: number;
  time: StatedTime;
  end?: StatedTime | null;
  kind: EventKind;
  title: string;
  body?: string;
  actor?: string | null;
  url?: string | null;
  externalId?: string | null;
  services?: (string | null)[];
}

const BODY_LENGTH = 20_000;
const TITLE_LENGTH = 200;
const NAME_LENGTH = 200;
export const ID_LENGTH = 400;
const URL_LENGTH = 2000;

/** Returns a complete event. An end before the start is left out, because it would be wrong. */
export function makeEvent(parts: EventParts): NormalizedEvent {
  const { time } = parts;
  const endAt = parts.end?.at ?? null;
  return {
    at: time.at,
    endAt: endAt !== null && time.at !== null && endAt >= time.at ? endAt : null,
    precision: time.precision,
    uncertaintySeconds: null,
    statedText: storable(time.statedText) || null,
    zone: time.zone,
    ambiguity: ambiguityOf(parts),
    kind: parts.kind,
    title: lineOf(parts.title, TITLE_LENGTH) || "Untitled",
    body: bodyOf(parts).slice(0, BODY_LENGTH),
    actor: parts.actor ? lineOf(parts.actor, NAME_LENGTH) : null,
    url: urlOf(parts),
    externalId: parts.externalId ? storable(parts.externalId).slice(0, ID_LENGTH) : null,
    services: servicesOf(parts),
    line: parts.line,
  };
}

/** A question about the time zone applies to both ends of a span. */
function ambiguityOf({ time: { ambiguity }, end }: EventParts): Ambiguity | null {
  const localEnd = end?.ambiguity?.reason === "zone" ? end.ambiguity.local : null;
  return ambiguity?.reason === "zone" && localEnd ? { ...ambiguity, localEnd } : ambiguity;
}

/** Returns text on one line of at most so many characters. Most texts don't change. */
const lineOf = (text: string, length: number): string =>
  text.length <= length && isPlainLine(text) ? text : oneLine(storable(text), length);

function servicesOf({ services }: EventParts): string[] {
  if (services === undefined) return [];
  const [only = null] = services;
  // A pushed list reserves memory for more than the single name that most events have.
  if (services.length <= 1) return only === null ? [] : [lineOf(only, NAME_LENGTH)];
  return [...new Set(services.flatMap((name) => (name === null ? [] : lineOf(name, NAME_LENGTH))))];
}

/** Returns the text below the title. A name too long for its field is kept here in full. */
function bodyOf({ body = "", actor }: EventParts): string {
  const isCut =
    actor && actor.length > NAME_LENGTH && oneLine(actor, NAME_LENGTH) !== oneLine(actor, Number.POSITIVE_INFINITY);
  return storable(isCut ? paragraphs(body, actor) : body);
}

const urlOf = ({ url }: EventParts): string | null => (url && url.length <= URL_LENGTH ? linkAddress(url) : null);
