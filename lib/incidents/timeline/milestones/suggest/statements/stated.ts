import type { MilestoneName } from "../../milestone-names.ts";

/** Names of fields that state a milestone outright, and whose words alone suggest no kind of event. */
const FIELDS: Partial<Record<MilestoneName, string>> = {
  impact_started: "start,started,starts,begin,begins,began,beginning,onset",
  detected: "detected,detection,discovered,noticed,reported,report,alert",
  mitigated: "repaired,contained,stabilised,stabilized",
  resolved: "end,ended,ends",
};
const STATED = new Map(
  Object.entries(FIELDS).flatMap(([name, words]) => words.split(",").map((word) => [word, name as MilestoneName])),
);
/** Words that count only next to "first" or "incident". Alone they can be about anything. */
const NEEDS_MORE = new Set(["report", "alert", "began", "begins", "starts", "ends"]);

/** The heading before such fields: "Key events: First detected". */
const OVER_FIELDS = /^(?:key )?(?:events|timestamps|times|dates|milestones|facts|timeline)\s*[:–—-]\s*/;
const BESIDE =
  /^(?:(?:time|date) of (?:the )?)?(?:first |initial |initially )?(?:(?:incident|outage|impact|downtime|issue|problem|disruption) )?/;
const BEHIND = /(?: (?:at|on|time|date|date\/time|timestamp|by))?(?: \((?:utc|gmt|local)\))?\s*:?$/;
const LONGEST_FIELD = 40;

/** Returns the milestone if the title is nothing but the name of such a field, or null. */
export function statedMilestone(title: string): MilestoneName | null {
  if (title.length > LONGEST_FIELD) return null;
  const field = title.toLowerCase().trim().replace(OVER_FIELDS, "");
  const isUnderHeading = field.length < title.trim().length;
  const bare = field.replace(BEHIND, "");
  const ofWhat = /^(start|end|beginning) of (?:the )?(?:incident|outage|impact|downtime|issue|disruption)$/.exec(bare);
  const core = ofWhat?.[1] ?? bare.replace(BESIDE, "");
  const isBare = core === bare && !isUnderHeading;
  if (isBare && NEEDS_MORE.has(core)) return null;
  return STATED.get(core) ?? null;
}
