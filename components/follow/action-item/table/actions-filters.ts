import type { Filter } from "#components/ui/lists/filter-field.ts";
import { ACTION_PRIORITIES, ACTION_STATUSES, ACTION_TYPES } from "#lib/base/vocabulary/action-item.ts";
import { BANDS, type TrackerQuery } from "#lib/follow/action-item/query/query.ts";

/** Fields that can have a chip. Each is a part of the URL. */
export const CHIP_FIELDS = [
  "status",
  "priority",
  "type",
  "owner",
  "team",
  "band",
  "incident",
  "review",
  "archived",
] as const;
export type ChipField = (typeof CHIP_FIELDS)[number];
export type ChipFilters = Pick<TrackerQuery, ChipField>;

/** Returns the chips for a URL, in a fixed order. */
export function chipsOf(filters: ChipFilters): Filter[] {
  const values: Record<ChipField, readonly string[]> = {
    status: filters.status,
    priority: filters.priority,
    type: filters.type,
    owner: filters.owner,
    team: filters.team,
    band: filters.band === null ? [] : [filters.band],
    incident: filters.incident === null ? [] : [filters.incident],
    review: filters.review === null ? [] : [filters.review],
    archived: filters.archived ? ["true"] : [],
  };
  return CHIP_FIELDS.flatMap((field) => (values[field].length > 0 ? [{ field, values: values[field] }] : []));
}

const among = <Value extends string>(all: readonly Value[], values: readonly string[]): Value[] =>
  all.filter((one) => values.includes(one));

/** Returns the URL for chips. A removed or empty chip clears its part. */
export function filtersOf(chips: readonly Filter[]): ChipFilters {
  const of = (field: ChipField) => chips.find((chip) => chip.field === field)?.values ?? [];
  return {
    status: among(ACTION_STATUSES, of("status")),
    priority: among(ACTION_PRIORITIES, of("priority")),
    type: among(ACTION_TYPES, of("type")),
    owner: [...of("owner")],
    team: [...of("team")],
    band: among(BANDS, of("band"))[0] ?? null,
    incident: of("incident")[0] ?? null,
    review: of("review")[0] ?? null,
    archived: of("archived").includes("true"),
  };
}
