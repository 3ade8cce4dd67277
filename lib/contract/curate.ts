import { z } from "zod";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { EVENT_KINDS } from "#lib/base/vocabulary/event-kinds.ts";
import { EVENT_RELATIONS, KNOWN_STATES } from "#lib/incidents/timeline/story/event-relations.ts";
import { id, incidentKey, instant, line, personRef, route, version } from "./base.ts";
import { LENGTHS } from "./lengths.ts";
import { TimelineEvent } from "./timeline.ts";

const versioned = z.strictObject({ id, version });
const several = z.array(versioned).min(1).max(1000);
const changed = z.strictObject({ events: z.array(TimelineEvent).describe("every event that was changed") });

/** At most a day either way. A clock that is further off is a wrong time zone. */
const offsetMs = z.int().min(-DAY_MS).max(DAY_MS);

export const MergeSuggestion = z.strictObject({
  relation: z.enum(["merged", "bundled"]),
  leadId: id,
  eventIds: z.array(id).describe("the others, in order"),
  certainty: z.number().min(0).max(1),
  reason: z.string().describe("one sentence, with the facts it rests on"),
});
export type MergeSuggestion = z.infer<typeof MergeSuggestion>;

export const SourceClock = z.strictObject({
  id,
  sourceType: z.string(),
  importId: id.nullable(),
  label: z.string(),
  letter: z.string(),
  offsetMs: z.int(),
  /** The two events that someone marked as the same moment. */
  pair: z.strictObject({ eventId: id, eventNumber: z.int(), matchId: id, matchNumber: z.int() }).nullable(),
  movedEvents: z.int(),
  setBy: personRef.nullable(),
  setAt: instant,
  version,
});
export type SourceClock = z.infer<typeof SourceClock>;

export const curateContract = {
  relate: route(
    "POST",
    "/incidents/{key}/timeline/relate",
    "Put events below a lead as merged, bundled or another account",
    "Timeline",
  )
    .input(z.strictObject({ key: incidentKey, relation: z.enum(EVENT_RELATIONS), lead: versioned, below: several }))
    .output(changed),
  split: route(
    "POST",
    "/incidents/{key}/timeline/split",
    "Separate merged or bundled events. A lead releases all below it.",
    "Timeline",
  )
    .input(z.strictObject({ key: incidentKey, events: several }))
    .output(changed),
  change: route("PATCH", "/incidents/{key}/timeline", "Change several events at once, all or none", "Timeline")
    .input(
      z.strictObject({
        key: incidentKey,
        events: several,
        set: z.strictObject({
          pinned: z.boolean().optional(),
          hidden: z.boolean().optional(),
          removed: z.boolean().optional(),
          kind: z.enum(EVENT_KINDS).optional(),
          known: z.enum(KNOWN_STATES).nullable().optional(),
          foundAt: instant.nullable().optional(),
          foundBy: line(LENGTHS.person.name).nullable().optional(),
          verified: z.boolean().optional().describe("true: you compared them with their sources. False: undo that"),
          moveByMs: offsetMs.optional().describe("moves the time of each event that has one"),
        }),
      }),
    )
    .output(changed),
  suggestions: route("GET", "/incidents/{key}/merge-suggestions", "Suggested duplicates and repeats", "Timeline")
    .input(z.strictObject({ key: incidentKey }))
    .output(z.strictObject({ items: z.array(MergeSuggestion) })),
  acceptSuggestions: route(
    "POST",
    "/incidents/{key}/merge-suggestions/accept",
    "Accept all above a confidence",
    "Timeline",
  )
    .input(
      z.strictObject({
        key: incidentKey,
        atLeast: z.number().min(0).max(1),
        relation: z.enum(["merged", "bundled"]).optional(),
      }),
    )
    .output(changed.extend({ accepted: z.int() })),
  keepApart: route("POST", "/incidents/{key}/merge-suggestions/keep-apart", "Mark events as different", "Timeline")
    .input(
      z.strictObject({ key: incidentKey, eventIds: z.array(id).min(2).max(1000), apart: z.boolean().default(true) }),
    )
    .output(z.strictObject({ items: z.array(MergeSuggestion) })),
  clocks: route("GET", "/incidents/{key}/clocks", "Sources with a clock offset", "Timeline")
    .input(z.strictObject({ key: incidentKey }))
    .output(z.strictObject({ items: z.array(SourceClock) })),
  setClock: route(
    "PUT",
    "/incidents/{key}/clocks",
    "Move the clock of a source. The recorded times are kept.",
    "Timeline",
  )
    .input(
      z
        .strictObject({
          key: incidentKey,
          sourceType: line(60).optional(),
          importId: id.nullable().default(null),
          offsetMs: offsetMs.optional(),
          pair: z
            .strictObject({ eventId: id, matchId: id })
            .optional()
            .describe("these two are the same moment: the clock of the first one's source moves to match the second"),
          version: version.optional().describe("version of the clock as read. Leave it out for a source without one"),
        })
        .refine((value) => (value.pair === undefined) !== (value.offsetMs === undefined), {
          error: "send either offsetMs with sourceType, or a pair",
          path: ["offsetMs"],
        }),
    )
    .output(z.strictObject({ items: z.array(SourceClock) })),
  clearClock: route("DELETE", "/incidents/{key}/clocks/{id}", "Remove a source's clock offset", "Timeline")
    .input(z.strictObject({ key: incidentKey, id }))
    .output(z.strictObject({ items: z.array(SourceClock) })),
};
