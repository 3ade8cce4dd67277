import { parseAsStringLiteral } from "nuqs/server";
import { FACTOR_EXPLAINS } from "#lib/base/vocabulary/factor.ts";

/** The parameters in the URL of a review's factors. */
export const FACTORS_PARAMS = {
  as: parseAsStringLiteral(["graph", "table"]).withDefault("graph"),
  explains: parseAsStringLiteral(FACTOR_EXPLAINS),
};
