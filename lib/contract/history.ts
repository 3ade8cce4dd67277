import { z } from "zod";
import { id, instant, pageInput, pageOf, route } from "./base.ts";

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

export const historyContract = {
  list: route("GET", "/history/{noun}/{key}", "Who changed what in an incident or a review, newest first", "History")
    .input(
      z.strictObject({
        ...pageInput,
        noun: z.enum(["incident", "review"]),
        key: z.string().regex(/^(INC|REV)-[1-9]\d{0,8}$/),
      }),
    )
    .output(pageOf(HistoryEntry)),
};
