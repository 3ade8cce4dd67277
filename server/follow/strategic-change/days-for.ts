import { quarterOf } from "#lib/follow/strategic-change/quarter.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";

/** Days on the roadmap belong to the quarter of their end, so another quarter removes them. */
export const daysFor = ({ endsOn }: { endsOn: Date | null }, quarter: string | null | undefined) =>
  quarter === undefined || endsOn === null || quarterOf(toLocalDate(endsOn)) === quarter
    ? {}
    : { startsOn: null, endsOn: null };
