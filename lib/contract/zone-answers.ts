import { z } from "zod";
import { PRECISIONS } from "#lib/base/time/precision.ts";
import { id, incidentKey, line, route } from "./base.ts";

/** What of a time waits for a person's answer. */
export const Ambiguity = z.strictObject({
  reason: z.string(),
  question: z.string(),
  local: z.string().nullable(),
  localEnd: z.string().optional().describe("end of a span whose zone is asked for"),
  precision: z.enum(PRECISIONS).optional().describe("how well the time is known once its zone is"),
});

export const zoneAnswerContract = {
  answerZone: route(
    "POST",
    "/incidents/{key}/zone-answers",
    "Say in which zone times were written that state none",
    "Timeline",
  )
    .input(z.strictObject({ key: incidentKey, importId: id, zone: line(64) }))
    .output(
      z.strictObject({
        answerId: id.nullable().describe("to take the answer back; null when it gave no event a time"),
        answered: z.int(),
        stillAmbiguous: z.int(),
      }),
    ),
  takeBackZone: route(
    "DELETE",
    "/incidents/{key}/zone-answers/{id}",
    "Take an answer of a zone back; its events are asked of again",
    "Timeline",
  )
    .input(z.strictObject({ key: incidentKey, id }))
    .output(
      z.strictObject({
        askedAgain: z.int().describe("events without a time again"),
        kept: z.int().describe("events whose time somebody edited since; they keep it"),
      }),
    ),
};
