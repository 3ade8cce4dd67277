import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { Inputs } from "#components/base/api/reads.ts";
import { FACTOR_EXPLAINS, type FactorExplains } from "#lib/base/vocabulary/factor.ts";

/** The parameters in the URL of the list of conditions. */
export const CONDITION_PARAMS = {
  q: parseAsString.withDefault(""),
  seen: parseAsStringLiteral(["once", "again"]),
  explains: parseAsStringLiteral(FACTOR_EXPLAINS),
};

interface Filters {
  q: string;
  seen: "once" | "again" | null;
  explains: FactorExplains | null;
}

export const conditionInput = ({ q, seen, explains }: Filters): Inputs["canonicalFactor"]["list"] => ({
  ...(q.trim() ? { q: q.trim() } : {}),
  ...(seen ? { seen } : {}),
  ...(explains ? { explains } : {}),
});
