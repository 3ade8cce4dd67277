import { z } from "zod";
import { id, incidentKey, instant, pageInput, pageOf, reviewKey, route } from "./base.ts";

export const HistoryEntry = z.strictObject({
  id,
  at: instant,
  actor: z.string(),
  /** One sentence: "Sent to review". */
  what: z.string(),
  /** Names the records in quotes, with a sentence for each further change. */
  details: z.array(z.string()),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** Records that have a history, with the form of their keys. */
export const HISTORY_KEYS = { incident: incidentKey, review: reviewKey, "canonical-factor": id };

export const historyContract = {
  list: route(
    "GET",
    "/history/{noun}/{key}",
    "Who changed what in an incident, a review or a condition, newest first",
    "History",
  )
    .input(
      z.strictObject({
        ...pageInput,
        noun: z.enum(["incident", "review", "canonical-factor"]),
        key: z.union(Object.values(HISTORY_KEYS)).describe("the id of a condition"),
      }),
    )
    .output(pageOf(HistoryEntry)),
};
