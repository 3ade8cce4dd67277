import { z } from "zod";
import { PRECISIONS } from "#lib/base/time/precision.ts";
import { id, incidentKey, line, localDate, route } from "./base.ts";

const clock = z.string().nullable().describe("14:05:00. Null for a whole day");
const days = z.int().describe("days after the one in question");

/** The known parts of a time without a day. */
export const Dayless = z.strictObject({ days, clock, end: z.strictObject({ days, clock }).optional() });

/** A question about a time that only a person can answer. */
export const Ambiguity = z.strictObject({
  reason: z.string(),
  question: z.string(),
  local: z.string().nullable(),
  localEnd: z.string().optional().describe("end of a span without a time zone"),
  precision: z.enum(PRECISIONS).optional().describe("precision of the time once it is answered"),
  dayless: Dayless.optional().describe("the time of day and its position in the list, if the day is in question"),
});

export const zoneAnswerContract = {
  answerZone: route(
    "POST",
    "/incidents/{key}/zone-answers",
    "Set the time zone or the day of times that have none",
    "Timeline",
  )
    .input(
      z
        .strictObject({
          key: incidentKey,
          importId: id,
          zone: line(64).optional(),
          date: localDate.optional().describe("the first day of times without a day"),
        })
        .refine(({ zone, date }) => zone !== undefined || date !== undefined, {
          error: "send a zone, a date or both",
          path: ["zone"],
        }),
    )
    .output(
      z.strictObject({
        answerId: id.nullable().describe("for undoing the answer. Null if it set no time"),
        answered: z.int(),
        stillAmbiguous: z.int(),
      }),
    ),
  takeBackZone: route(
    "DELETE",
    "/incidents/{key}/zone-answers/{id}",
    "Undo an answer about a time zone or day. Its events become questions again.",
    "Timeline",
  )
    .input(z.strictObject({ key: incidentKey, id }))
    .output(
      z.strictObject({
        askedAgain: z.int().describe("events that have no time again"),
        kept: z.int().describe("events that keep a time that someone edited since"),
      }),
    ),
};
