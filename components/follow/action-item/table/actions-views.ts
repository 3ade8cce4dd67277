import type { View } from "#lib/follow/action-item/query/query.ts";

export const VIEW_WORDS: Record<View, string> = {
  mine: "Mine",
  late: "Late",
  soon: "Due in 14 days",
  verify: "To verify",
  unowned: "No owner",
  open: "All open",
  all: "All",
};
