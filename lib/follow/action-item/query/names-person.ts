import { QUERY_FIELDS } from "./fields.ts";
import { conditionsOf, parseFilter } from "./filter.ts";
import type { TrackerQuery } from "./query.ts";

/** Words for people that depend on the reader, or name no one. */
const NO_ONE_ELSE = ["me", "none"];

/** Returns whether a query names someone else: its counts would be how many actions they have. Throws for a wrong filter. */
export function namesPerson({ owner, filter }: Pick<TrackerQuery, "owner" | "filter">, me: string | null): boolean {
  const named = conditionsOf(parseFilter(filter)).filter(({ field }) => QUERY_FIELDS[field].kind === "person");
  return [...owner, ...named.flatMap(({ values }) => values)].some((one) => !NO_ONE_ELSE.includes(one) && one !== me);
}
