import { z } from "zod";
import { GLOBAL_ACTIONS } from "#lib/base/access/actions.ts";
import { ROLES } from "#lib/base/access/roles.ts";
import { COMPLETENESS } from "#lib/reviews/review/completeness.ts";
import { done, id, instant, line, localDate, namedRef, route, timeZone } from "./base.ts";
import { Band } from "./incident.ts";
import { LENGTHS } from "./lengths.ts";

const weekday = z.int().min(0).max(6);

export const Me = z.strictObject({
  id,
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  timeZone: z.string(),
  singleKeys: z.boolean(),
  digestHour: z.int().describe("hour of my day from which the daily digest is sent"),
  digestDays: z.array(weekday).describe("weekdays on which it is sent. 0 is Sunday"),
  teams: z.array(namedRef),
  /** This person's permissions that don't depend on a record. */
  may: z.array(z.enum(GLOBAL_ACTIONS)),
  unread: z.int(),
  /** True while demo data is loaded. */
  demo: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const Session = z.strictObject({
  id,
  current: z.boolean(),
  userAgent: z.string().nullable(),
  ip: z.string().nullable(),
  createdAt: instant,
  lastSeenAt: instant,
});
export type Session = z.infer<typeof Session>;

/** One task that waits for the viewer. */
export const WorkItem = z.strictObject({
  kind: z.enum([
    "action_due",
    "action_to_accept",
    "action_to_triage",
    "still_wanted",
    "action_to_verify",
    "effect_due",
    "waiver_to_answer",
    "review_to_write",
    "review_to_run",
    "review_task",
    "review_to_approve",
    "time_to_answer",
    "comment_to_answer",
    "health_due",
    "change_effect_due",
  ]),
  key: z.string(),
  title: z.string(),
  href: z.string(),
  /** The next step, as text. */
  step: z.string(),
  dueDate: z.string().nullable(),
  originalDueDate: localDate
    .nullable()
    .describe("of an action whose due date has moved: the date before the first move"),
  status: z.string(),
  blockedReason: z.string().nullable().describe("of an action: blocked comes before its status"),
  blockedUntil: localDate.nullable(),
  priority: z.string().nullable(),
  severity: z.int().nullable(),
  incidentKey: z.string().nullable(),
  /** Name of the owner if it isn't the viewer. */
  owner: z.string().nullable(),
  /** For a review, the impact of its incident. */
  band: Band.nullable(),
  /** How complete each section of a review is. Empty for anything else. */
  sections: z.array(z.enum(COMPLETENESS)),
});
export type WorkItem = z.infer<typeof WorkItem>;

/** Something that takes place today. */
export const AgendaItem = z.strictObject({
  kind: z.enum(["meeting", "walk"]).describe("of a review, or the weekly meeting of TPMs"),
  title: z.string(),
  href: z.string(),
  note: z.string().describe("who takes part, or how much there is. Can be empty"),
  at: instant.nullable().describe("when it started. Null: it has no time"),
  over: z.boolean(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

export const password = z.string().min(12, "at least 12 characters").max(LENGTHS.person.password);

export const meContract = {
  get: route("GET", "/me", "Who I am", "Me").output(Me),
  update: route("PATCH", "/me", "Change my name, time zone, keyboard settings or the time of my digest", "Me")
    .input(
      z
        .strictObject({
          name: line(LENGTHS.person.name).optional(),
          timeZone: timeZone.optional(),
          singleKeys: z.boolean().optional(),
          digestHour: z.int().min(0).max(23).optional(),
          digestDays: z
            .array(weekday)
            .min(1, "Choose at least one day")
            .max(7)
            .refine((days) => new Set(days).size === days.length, "Name each day once")
            .optional(),
        })
        .refine(
          (change) => Object.keys(change).length > 0,
          "Send at least one of name, timeZone, singleKeys, digestHour and digestDays",
        ),
    )
    .output(Me),
  agenda: route("GET", "/me/agenda", "Your agenda for today", "Me").output(
    z.strictObject({ items: z.array(AgendaItem) }),
  ),
  work: route("GET", "/me/work", "My open work", "Me").output(
    z.strictObject({
      now: z.array(WorkItem),
      reviews: z.array(WorkItem),
      actions: z.array(WorkItem),
      lateInMyTeams: z.array(WorkItem),
      mayNudge: z.boolean().describe("whether I lead one of those teams, or the programme, and ask about late actions"),
      published: z.array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          incidentKey: z.string(),
          severity: z.int(),
          publishedAt: instant,
        }),
      ),
    }),
  ),
  changePassword: route(
    "POST",
    "/me/password",
    "Change my password. Other sessions end, personal tokens are revoked.",
    "Me",
  )
    .input(z.strictObject({ current: z.string().min(1).max(LENGTHS.person.password), next: password }))
    .output(done),
  sessions: route("GET", "/me/sessions", "Where I am signed in", "Me").output(
    z.strictObject({ items: z.array(Session) }),
  ),
  endSession: route("DELETE", "/me/sessions/{id}", "End one of my sessions at once", "Me")
    .input(z.strictObject({ id }))
    .output(done),
  signOutEverywhere: route(
    "POST",
    "/me/sign-out-everywhere",
    "End all my sessions but this one and revoke my tokens",
    "Me",
  ).output(z.strictObject({ ended: z.int(), revokedTokens: z.int() })),
};
