import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { Inputs } from "#components/base/api/reads.ts";

/** The parameters in the URL of the list of conditions. */
export const CONDITION_PARAMS = {
  q: parseAsString.withDefault(""),
  seen: parseAsStringLiteral(["once", "again"]),
};

interface Filters {
  q: string;
  seen: "once" | "again" | null;
}

export const conditionInput = ({ q, seen }: Filters): Inputs["canonicalFactor"]["list"] => ({
  ...(q.trim() ? { q: q.trim() } : {}),
  ...(seen ? { seen } : {}),
});
