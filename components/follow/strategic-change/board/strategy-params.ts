import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { CHANGE_HEALTHS } from "#lib/base/vocabulary/strategic-change.ts";
import { VIEWS } from "../change-views.ts";
import { ROADMAP_GROUPS } from "../roadmap/scale.ts";

/** The parameters in the URL of the strategy page. */
export const STRATEGY_PARAMS = {
  as: parseAsStringLiteral(["roadmap", "table", "updates"]),
  by: parseAsStringLiteral(ROADMAP_GROUPS).withDefault("team"),
  view: parseAsStringLiteral(VIEWS).withDefault("current"),
  q: parseAsString.withDefault(""),
  health: parseAsArrayOf(parseAsStringLiteral(CHANGE_HEALTHS)).withDefault([]),
  quarter: parseAsArrayOf(parseAsString).withDefault([]),
  team: parseAsArrayOf(parseAsString).withDefault([]),
  archived: parseAsBoolean.withDefault(false),
  peek: parseAsString,
  new: parseAsString,
};
