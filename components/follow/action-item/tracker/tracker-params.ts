import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { ACTION_PRIORITIES, ACTION_STATUSES, ACTION_TYPES } from "#lib/base/vocabulary/action-item.ts";
import { BANDS, SORTS, VIEWS } from "./tracker-views.ts";

/** The parameters in the URL of the tracker: view, filters, open row and open form. */
export const TRACKER_PARAMS = {
  view: parseAsStringLiteral(VIEWS).withDefault("open"),
  q: parseAsString.withDefault(""),
  status: parseAsArrayOf(parseAsStringLiteral(ACTION_STATUSES)).withDefault([]),
  priority: parseAsArrayOf(parseAsStringLiteral(ACTION_PRIORITIES)).withDefault([]),
  type: parseAsArrayOf(parseAsStringLiteral(ACTION_TYPES)).withDefault([]),
  owner: parseAsArrayOf(parseAsString).withDefault([]),
  team: parseAsArrayOf(parseAsString).withDefault([]),
  incident: parseAsString,
  review: parseAsString,
  band: parseAsStringLiteral(BANDS),
  archived: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(SORTS),
  peek: parseAsString,
  new: parseAsString,
};
