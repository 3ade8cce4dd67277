import { detectFormat, type ImportInput, identitiesOf, type NormalizedEvent, parseSource } from "#importers/index.ts";
import { AppError } from "#lib/base/errors.ts";
import type { Task } from "#server/base/worker/index.ts";
import { type Labels, labelsOf, severityOf } from "./labels.ts";

interface Wrapped {
  source: string;
  contentType: string | null;
  body: Uint8Array;
}

/**
 * Returns the part of a body that an importer reads: a form's `payload`, the event inside Slack's envelope, otherwise
 * the whole body.
 */
function unwrap({ source, contentType, body }: Wrapped): Uint8Array {
  const isForm = contentType?.toLowerCase().startsWith("application/x-www-form-urlencoded") ?? false;
  const payload = isForm ? new URLSearchParams(Buffer.from(body).toString("utf8")).get("payload") : null;
  const inner = payload === null ? body : Buffer.from(payload);
  return source === "slack" ? slackEvent(inner) : inner;
}

/** The Events API puts one message into an envelope. An edited one contains the current message. */
function slackEvent(body: Uint8Array): Uint8Array {
  try {
    const { event } = JSON.parse(Buffer.from(body).toString("utf8")) as { event?: { message?: unknown } };
    if (event === undefined) return body;
    return Buffer.from(JSON.stringify([event.message ?? event]));
  } catch {
    return body;
  }
}

/** One event of a delivery with everything that routing looks at. */
export interface Fact {
  event: NormalizedEvent;
  identity: string;
  format: string;
  letter: string;
  labels: Labels;
  severity: string | null;
}

export interface ReadDelivery {
  facts: Fact[];
  /** Why parts of it aren't events, one sentence each. */
  rejected: string[];
  /** Its content in addition to events. */
  context: string[];
  /** Content that only a file import accepts, in one sentence. Absent if there is none. */
  leftOut: string[];
}

interface Offered {
  passages: readonly object[];
  factors: readonly object[];
  actions: readonly object[];
}

const counted = (count: number, one: string): string[] =>
  count === 0 ? [] : [`${count} ${one}${count === 1 ? "" : "s"}`];

/**
 * No one reviews a delivery before it is processed, so whatever a person would have to accept is only named here and
 * isn't added to an incident.
 */
function leftOutOf({ actions, factors, passages }: Offered): string[] {
  const names = [
    ...counted(actions.length, "action item"),
    ...counted(factors.length, "contributing factor"),
    ...counted(passages.length, "passage"),
  ];
  if (names.length === 0) return [];
  return [`Deliveries don't create these: ${names.join(", ")}. To use them, import the text as a file.`];
}

interface Bytes {
  source: string;
  /** Names of the importers that its source may need. */
  importers: readonly string[];
  contentType: string | null;
  body: Uint8Array;
  receivedAt: Date;
}

const MOST_WORDS = 20;
/** A tool sends within moments, so the time of a delivery is this exact. */
const RECEIVED_WITHIN_SECONDS = 60;

/**
 * Reads a delivery by the importers of its source. Pure, never throws: what can't be read is rejected with its reason.
 */
export function readDelivery(delivery: Bytes): ReadDelivery {
  const input: ImportInput = { filename: filenameOf(delivery.contentType), bytes: unwrap(delivery) };
  try {
    const format = formatOf(delivery.importers, input);
    const parsed = parseSource(input, format === undefined ? {} : { format });
    const json = jsonOf(input.bytes);
    const identities = identitiesOf(parsed.format, parsed.events, undefined);
    return {
      facts: parsed.events.map((event, index) => {
        const labels = labelsOf(json, event.line);
        return {
          event: timed(event, delivery.receivedAt),
          identity: identities[index] ?? "",
          format: parsed.format,
          letter: parsed.letter,
          labels,
          severity: severityOf(labels),
        };
      }),
      rejected: parsed.rejects.map(({ reason }) => reason),
      context: parsed.context.slice(0, MOST_WORDS).map(({ text }) => text),
      leftOut: leftOutOf(parsed),
    };
  } catch (error) {
    const reason = error instanceof AppError ? error.message : "Couldn't read the delivery.";
    return { facts: [], rejected: [reason], context: [], leftOut: [] };
  }
}

export const READ_DELIVERY: Task<Bytes, ReadDelivery, undefined> = { name: "read-delivery" };

const PIECE_FACTS = 200;

/** The same as a task for a worker, which returns the facts in pieces. */
export function* readDeliveryInPieces(delivery: Bytes): Generator<ReadDelivery> {
  const { facts, ...said } = readDelivery(delivery);
  yield { facts: facts.slice(0, PIECE_FACTS), ...said };
  for (let at = PIECE_FACTS; at < facts.length; at += PIECE_FACTS)
    yield { facts: facts.slice(at, at + PIECE_FACTS), rejected: [], context: [], leftOut: [] };
}

function formatOf(importers: readonly string[], input: ImportInput): string | undefined {
  if (importers.length < 2) return importers[0];
  const found = detectFormat(input).find(({ importer }) => importers.includes(importer.name));
  return found?.importer.name ?? importers[0];
}

/** A sender that states no time means now: the time of receipt, with its precision. */
function timed(event: NormalizedEvent, receivedAt: Date): NormalizedEvent {
  if (event.at !== null || event.ambiguity !== null) return event;
  return {
    ...event,
    at: receivedAt.toISOString(),
    precision: "approx",
    uncertaintySeconds: RECEIVED_WITHIN_SECONDS,
  };
}

const filenameOf = (contentType: string | null) =>
  contentType?.includes("csv") ? "delivery.csv" : contentType?.startsWith("text/") ? "delivery.txt" : "delivery.json";

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return undefined;
  }
}
