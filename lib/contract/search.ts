import { z } from "zod";
import { route, words } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

export const SearchHit = z.strictObject({
  noun: z.enum(["incident", "review", "action-item", "strategic-change", "event", "factor", "learning", "comment"]),
  key: z.string().describe("of the record; of an event its incident, of a factor, learning or comment its review"),
  title: z.string(),
  href: z.string(),
  detail: z.string(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const searchContract = {
  find: route(
    "GET",
    "/search",
    "Records by words or key, and events, factors, learnings and comments by words",
    "Search",
  )
    .input(z.strictObject({ q: words(LENGTHS.search), limit: z.int().min(1).max(50).default(20) }))
    .output(z.strictObject({ items: z.array(SearchHit) })),
};
