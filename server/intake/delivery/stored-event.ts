import { z } from "zod";
import type { NormalizedEvent } from "#importers/index.ts";
import { PRECISIONS } from "#lib/base/time/precision.ts";
import { EVENT_KINDS } from "#lib/base/vocabulary/event-kinds.ts";
import type { RoutedEvent } from "#lib/intake/rule/route.ts";
import type { Fact } from "./read-delivery.ts";

const Event = z.object({
  at: z.string().nullable(),
  endAt: z.string().nullable(),
  precision: z.enum(PRECISIONS),
  uncertaintySeconds: z.number().nullable(),
  statedText: z.string().nullable(),
  zone: z.string().nullable(),
  ambiguity: z
    .object({
      reason: z.enum(["zone", "fold", "skipped", "half_day", "date", "partial"]),
      question: z.string(),
      local: z.string().nullable(),
    })
    .nullable(),
  kind: z.enum(EVENT_KINDS),
  title: z.string(),
  body: z.string(),
  actor: z.string().nullable(),
  url: z.string().nullable(),
  externalId: z.string().nullable(),
  services: z.array(z.string()),
  line: z.number(),
}) satisfies z.ZodType<NormalizedEvent>;

/** The stored form of an incoming event, from which it can be written into a timeline later. */
const Stored = z.object({ format: z.string(), letter: z.string(), identity: z.string(), event: Event });

export const toStored = ({ format, letter, identity, event }: Fact) => ({ format, letter, identity, event });

/** Returns a stored event in the form for routing and writing. */
export function factOf(row: { event: unknown; labels: unknown; severity: string | null }): Fact {
  const labels = z.record(z.string(), z.string()).catch({}).parse(row.labels);
  return { ...Stored.parse(row.event), labels, severity: row.severity };
}

export const routedOf = ({ event, labels, severity }: Fact): RoutedEvent => ({
  title: event.title,
  body: event.body,
  kind: event.kind,
  at: event.at,
  services: event.services,
  severity,
  labels,
});
