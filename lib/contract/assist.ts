import { z } from "zod";
import { ASSIST_KINDS, ASSIST_STATES, FINDING_KINDS } from "#lib/base/vocabulary/assist.ts";
import { id, incidentKey, instant, lineOrNone, personRef, reviewKey, route, version } from "./base.ts";
import { LENGTHS } from "./lengths.ts";
import { sectionKey } from "./template.ts";

export const AssistSetting = z.strictObject({
  enabled: z.boolean(),
  url: z.string().describe("of an OpenAI-compatible API, such as https://api.example.com/v1. Empty until it is set"),
  model: z.string(),
  key: z
    .enum(["none", "stored", "environment", "unreadable"])
    .describe("where the key is. environment: in AFTERWORD_AI_KEY. unreadable: stored with another secret"),
  version,
});
export type AssistSetting = z.infer<typeof AssistSetting>;

const cited = z.strictObject({ key: z.string(), title: z.string() });

export const AssistFinding = z.strictObject({
  kind: z.enum(FINDING_KINDS),
  text: z.string(),
  events: z.array(z.strictObject({ id, at: instant.nullable(), title: z.string() })),
  sections: z.array(cited),
  incidents: z.array(z.strictObject({ key: incidentKey, title: z.string() })),
});
export type AssistFinding = z.infer<typeof AssistFinding>;

export const AssistRequest = z.strictObject({
  id,
  kind: z.enum(ASSIST_KINDS),
  section: cited.nullable().describe("the section to draft"),
  state: z.enum(ASSIST_STATES),
  askedBy: personRef.nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  reason: z.string().nullable().describe("why it failed"),
  findings: z.array(AssistFinding),
  total: z.int().describe("findings or sentences in the answer"),
  dropped: z.int().describe("of those, the ones that cited nothing that exists, or weren't plain text"),
});
export type AssistRequest = z.infer<typeof AssistRequest>;

export const ReviewAssist = z.strictObject({
  model: z.string(),
  host: z.string().describe("where the prompt is sent"),
  sections: z.array(cited).describe("that the template allows it to draft"),
  secondLook: AssistRequest.nullable().describe("the newest one"),
  draft: AssistRequest.nullable().describe("the newest one"),
});
export type ReviewAssist = z.infer<typeof ReviewAssist>;

export const assistContract = {
  setting: route("GET", "/assistant", "How the AI assistant is reached", "AI assistant")
    .input(z.strictObject({}))
    .output(AssistSetting),
  configure: route(
    "PATCH",
    "/assistant",
    "Turn the AI assistant on or off, or change how it is reached",
    "AI assistant",
  )
    .input(
      z.strictObject({
        version,
        enabled: z.boolean().optional(),
        url: z
          .union([
            z.literal(""),
            z.url({ protocol: /^https?$/, error: "must be a web address that starts with https:// or http://" }),
          ])
          .refine((url) => url.length <= LENGTHS.url, "is too long")
          .optional(),
        model: lineOrNone(LENGTHS.assist.model).optional(),
        key: z
          .string()
          .trim()
          .regex(/^[\x21-\x7e]*$/, "must not contain spaces or letters outside ASCII")
          .max(LENGTHS.assist.key)
          .nullable()
          .optional()
          .describe("null removes it. It is stored encrypted and never returned. Another host removes it too"),
      }),
    )
    .output(AssistSetting),
  test: route(
    "POST",
    "/assistant/test",
    "Send a short question to the AI assistant, and explain what failed",
    "AI assistant",
  )
    .input(z.strictObject({}))
    .output(z.strictObject({ ok: z.boolean(), message: z.string() })),
  get: route("GET", "/reviews/{key}/assistant", "What the AI assistant found and drafted", "AI assistant")
    .input(z.strictObject({ key: reviewKey }))
    .output(ReviewAssist),
  ask: route(
    "POST",
    "/reviews/{key}/assistant",
    "Ask for a second look, or for a draft of a section",
    "AI assistant",
    202,
  )
    .input(
      z.discriminatedUnion("kind", [
        z.strictObject({ key: reviewKey, kind: z.literal("second_look") }),
        z.strictObject({ key: reviewKey, kind: z.literal("draft"), section: sectionKey }),
      ]),
    )
    .output(AssistRequest),
  cancel: route("POST", "/reviews/{key}/assistant/{id}/cancel", "Cancel a request to the AI assistant", "AI assistant")
    .input(z.strictObject({ key: reviewKey, id }))
    .output(AssistRequest),
};
