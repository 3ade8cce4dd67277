import { z } from "zod";
import { route, words } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

export const SearchHit = z.strictObject({
  noun: z.enum(["incident", "review", "action-item", "strategic-change", "event", "factor", "comment"]),
  key: z.string().describe("of the record; of an event its incident, of a factor or comment its review"),
  title: z.string(),
  href: z.string(),
  detail: z.string(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const searchContract = {
  find: route("GET", "/search", "Records by words or key, and events, factors and comments by words", "Search")
    .input(z.strictObject({ q: words(LENGTHS.search), limit: z.int().min(1).max(50).default(20) }))
    .output(z.strictObject({ items: z.array(SearchHit) })),
};
