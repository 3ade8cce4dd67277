import { z } from "zod";
import { route, words } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

export const SearchHit = z.strictObject({
  noun: z.enum([
    ...(["incident", "review", "action-item", "strategic-change", "condition"] as const),
    ...(["event", "factor", "learning", "comment"] as const),
  ]),
  key: z
    .string()
    .describe(
      "of the record. Of a condition, its id, of an event its incident, of a factor or learning its review, of a comment where it was written",
    ),
  title: z.string(),
  href: z.string(),
  detail: z.string(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const searchContract = {
  find: route(
    "GET",
    "/search",
    "Records by text or key, and conditions, events, factors, learnings and comments by text",
    "Search",
  )
    .input(z.strictObject({ q: words(LENGTHS.search), limit: z.int().min(1).max(50).default(20) }))
    .output(z.strictObject({ items: z.array(SearchHit) })),
};
