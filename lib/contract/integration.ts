import { z } from "zod";
import { EVENT_KINDS, EVENT_SHAPES } from "#lib/base/vocabulary/event-kinds.ts";
import { DELIVERY_STATES, INTEGRATION_STATES } from "#lib/base/vocabulary/integration.ts";
import { HOOK_SOURCES } from "#lib/intake/integration/hook-sources.ts";
import {
  id,
  incidentKey,
  instant,
  line,
  localDate,
  namedRef,
  pageInput,
  pageOf,
  personRef,
  route,
  version,
} from "./base.ts";
import { LENGTHS } from "./lengths.ts";

const names = HOOK_SOURCES.map((source) => source.name);
const source = z.string().refine((name) => names.includes(name), `one of ${names.join(", ")}`);
const count = z.int().min(0);

/** One of the last seven days in UTC, the oldest first. */
export const IntegrationDay = z.strictObject({ day: localDate, received: count, refused: count });

export const IntegrationRow = z.strictObject({
  id,
  source: z.string(),
  label: z.string().describe("name of the tool"),
  letter: z.string(),
  name: z.string(),
  state: z.enum(INTEGRATION_STATES),
  needsYou: z.boolean(),
  days: z.array(IntegrationDay).length(7),
  lastDeliveryAt: instant.nullable(),
  refusedToday: count,
  silentDays: count.nullable().describe("whole days since the last delivery. Null when nothing ever came"),
  failed: count.describe("deliveries that could not be processed yet"),
  waiting: count.describe("unassigned events"),
  service: namedRef.nullable().describe("service of events that don't name one"),
  demo: z.boolean(),
  version,
});
export type IntegrationRow = z.infer<typeof IntegrationRow>;

export const SecretHint = z.strictObject({
  id,
  hint: z.string().describe("last four characters"),
  createdAt: instant,
  expiresAt: instant.nullable().describe("when the previous secret stops working"),
  current: z.boolean(),
});

export const Integration = IntegrationRow.extend({
  path: z.string().describe("/api/v1/hooks/<source>/<key>, after this server's origin"),
  url: z.string().describe("the whole URL to paste, without secrets"),
  createdAt: instant,
  createdBy: personRef.nullable(),
  firstDeliveryAt: instant.nullable(),
  receivedIn7Days: count,
  refusedIn7Days: count,
  becameEvents: count.describe("events created or attached in 7 days"),
  knownAlready: count.describe("events of 7 days that were known already"),
  waitingServices: z.array(z.strictObject({ service: namedRef.nullable(), count })).describe("null: of no service"),
  secrets: z.array(SecretHint).describe("those that work, the current one first"),
  refusals: z.array(z.strictObject({ day: localDate, reason: z.string(), words: z.string(), count, lastAt: instant })),
  rules: count,
  testRefusal: z.string().nullable().describe("why no test can be sent now, in one sentence, or null"),
});
export type Integration = z.infer<typeof Integration>;

/** The secret, returned only in this response. Null if the tool creates it, until it is pasted here. */
export const IntegrationWithSecret = z.strictObject({ integration: Integration, secret: z.string().nullable() });
export type IntegrationWithSecret = z.infer<typeof IntegrationWithSecret>;

export const DeliveryRow = z.strictObject({
  id,
  receivedAt: instant,
  processedAt: instant.nullable(),
  state: z.enum(DELIVERY_STATES),
  title: z.string().nullable().describe("of its first event"),
  summary: z.string().describe("result in one sentence"),
  created: count,
  known: count,
  rejected: count,
  unassigned: count,
  ignored: count,
  incidents: z.array(incidentKey).describe("those of them that you can read"),
  size: count.describe("bytes"),
  answeredInMs: z.number(),
  times: count.describe("how often the sender sent it"),
  attempts: count.describe("attempts to process it"),
  error: z.string().nullable(),
  test: z.boolean().describe("sent from here to test the connection. Nothing is saved"),
  hidden: z.boolean().describe("part of it belongs to an incident that you can't read: its text and body are left out"),
});
export type DeliveryRow = z.infer<typeof DeliveryRow>;

export const DeliveryEvent = z.strictObject({
  id,
  title: z.string(),
  kind: z.enum(EVENT_KINDS),
  shape: z.enum(EVENT_SHAPES),
  at: instant.nullable(),
  severity: z.string().nullable(),
  labels: z.record(z.string(), z.string()),
  service: namedRef.nullable(),
  state: z.string().describe("waiting, attached or dismissed"),
  reason: z.string().describe("why it waits, or by what it was attached"),
  incidentKey: incidentKey.nullable().describe("also null if you can't read it"),
  eventNumber: count.nullable(),
});

export type DeliveryEvent = z.infer<typeof DeliveryEvent>;

export const Delivery = DeliveryRow.extend({
  body: z.string().describe("as text. At most the first 200,000 characters"),
  bodyCut: z.boolean(),
  contentType: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  reasons: z.array(z.string()).describe("why something was rejected or waits"),
  events: z.array(DeliveryEvent),
});
export type Delivery = z.infer<typeof Delivery>;

const byId = z.strictObject({ id });

const ownSecret = z
  .string()
  .trim()
  .min(8, "must have at least 8 characters")
  .max(LENGTHS.integration.secret)
  .optional()
  .describe("the one that the tool created. Otherwise Afterword creates one");

export const integrationContract = {
  list: route("GET", "/integrations", "List connected tools, those that need attention first", "Integrations")
    .input(z.strictObject({ includeArchived: z.boolean().default(false) }))
    .output(z.strictObject({ items: z.array(IntegrationRow) })),
  get: route("GET", "/integrations/{id}", "One integration with its figures", "Integrations")
    .input(byId)
    .output(Integration),
  create: route("POST", "/integrations", "Connect a tool. Its secret is shown once.", "Integrations")
    .input(
      z.strictObject({
        source,
        name: line(LENGTHS.integration.name).describe("name if a tool has several integrations, such as production"),
        serviceId: id.nullable().default(null),
        secret: ownSecret,
      }),
    )
    .output(IntegrationWithSecret),
  update: route("PATCH", "/integrations/{id}", "Rename, pause, resume, archive or restore", "Integrations")
    .input(
      z.strictObject({
        id,
        version,
        name: line(LENGTHS.integration.name).optional(),
        serviceId: id.nullable().optional(),
        paused: z.boolean().optional(),
        archived: z.boolean().optional(),
      }),
    )
    .output(Integration),
  rotateSecret: route(
    "POST",
    "/integrations/{id}/secrets",
    "Create or paste a new secret. The old one keeps working for 24 h.",
    "Integrations",
  )
    .input(
      z.strictObject({
        id,
        secret: ownSecret,
        endOldAtOnce: z.boolean().default(false),
      }),
    )
    .output(IntegrationWithSecret),
  endSecret: route("DELETE", "/integrations/{id}/secrets/{secretId}", "End an old secret at once", "Integrations")
    .input(z.strictObject({ id, secretId: id }))
    .output(Integration),
  sendTest: route(
    "POST",
    "/integrations/{id}/test",
    "Send a signed test through the whole path. Nothing is saved.",
    "Integrations",
  )
    .input(byId)
    .output(DeliveryRow),
  deliveries: route(
    "GET",
    "/integrations/{id}/deliveries",
    "Deliveries, newest first, kept for 30 days",
    "Integrations",
  )
    .input(z.strictObject({ id, ...pageInput, state: z.enum(DELIVERY_STATES).optional() }))
    .output(pageOf(DeliveryRow)),
  delivery: route("GET", "/integrations/{id}/deliveries/{deliveryId}", "One delivery with its body", "Integrations")
    .input(z.strictObject({ id, deliveryId: id }))
    .output(Delivery),
  processAgain: route(
    "POST",
    "/integrations/{id}/deliveries/{deliveryId}/process",
    "Process a delivery again. This is safe to repeat.",
    "Integrations",
  )
    .input(z.strictObject({ id, deliveryId: id }))
    .output(Delivery),
};
