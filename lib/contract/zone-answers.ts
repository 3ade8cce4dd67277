import { z } from "zod";
import { PRECISIONS } from "#lib/base/time/precision.ts";
import { id, incidentKey, line, localDate, route } from "./base.ts";

const clock = z.string().nullable().describe("14:05:00; null for a whole day");
const days = z.int().describe("days after the one that is asked for");

/** What is known of a time whose day nothing names. */
export const Dayless = z.strictObject({ days, clock, end: z.strictObject({ days, clock }).optional() });

/** What of a time waits for a person's answer. */
export const Ambiguity = z.strictObject({
  reason: z.string(),
  question: z.string(),
  local: z.string().nullable(),
  localEnd: z.string().optional().describe("end of a span whose zone is asked for"),
  precision: z.enum(PRECISIONS).optional().describe("how well the time is known once it is answered"),
  dayless: Dayless.optional().describe("the time of day and its place in the list, where the day is asked for"),
});

export const zoneAnswerContract = {
  answerZone: route(
    "POST",
    "/incidents/{key}/zone-answers",
    "Say in which zone, or on which day, times were written that state none",
    "Timeline",
  )
    .input(
      z
        .strictObject({
          key: incidentKey,
          importId: id,
          zone: line(64).optional(),
          date: localDate.optional().describe("the first day of times whose day nothing names"),
        })
        .refine(({ zone, date }) => zone !== undefined || date !== undefined, {
          error: "give a zone, a date or both",
          path: ["zone"],
        }),
    )
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
    "Take an answer of a zone or day back; its events are asked of again",
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
