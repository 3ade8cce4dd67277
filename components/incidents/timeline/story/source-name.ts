import type { TimelineEvent } from "#lib/contract/timeline.ts";

/** "Slack export" for "Slack export: ops.zip". */
export const sourceName = ({ label }: Pick<TimelineEvent["source"], "label">): string => label.split(": ")[0] ?? label;
