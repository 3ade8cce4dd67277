import { z } from "zod";
import { VIEW_SCOPES } from "#lib/base/vocabulary/saved-view.ts";
import { done, id, instant, line, localDate, namedRef, route, version } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

const name = line(LENGTHS.savedView.name);
const scope = z.enum(VIEW_SCOPES);
const query = z.string().max(LENGTHS.savedView.query).describe("the query string of the tracker. See docs/actions.md");

export const SavedView = z.strictObject({
  id,
  name,
  scope,
  team: namedRef.nullable(),
  query: z.string(),
  count: z.int().nullable().describe("null with search words, and for a view of what another person does"),
  removed: z.boolean(),
  version,
  abilities: z.strictObject({ edit: z.boolean() }),
});
export type SavedView = z.infer<typeof SavedView>;

export const savedViewContract = {
  list: route(
    "GET",
    "/action-items/views",
    "Your saved views, those of your teams and those for everyone",
    "Action items",
  )
    .input(
      z.strictObject({
        today: localDate.optional().describe("the day of `today` in the views"),
        counted: z.boolean().optional().describe("false: without the numbers of actions, which take longer"),
      }),
    )
    .output(z.strictObject({ items: z.array(SavedView), defaultId: id.nullable() })),
  create: route("POST", "/action-items/views", "Save a view; 422 names an unknown field of its query", "Action items")
    .input(z.strictObject({ name, scope, teamId: id.optional().describe("needed for a team"), query }))
    .output(SavedView),
  setDefault: route("POST", "/action-items/views/default", "The view that the tracker opens with", "Action items")
    .input(z.strictObject({ id: id.nullable() }))
    .output(z.strictObject({ defaultId: id.nullable() })),
  update: route(
    "PATCH",
    "/action-items/views/{id}",
    "Rename, replace, share, remove or restore a view. A stale version returns 409 with the newer one.",
    "Action items",
  )
    .input(
      z.strictObject({
        id,
        version,
        name: name.optional(),
        scope: scope.optional(),
        teamId: id.optional(),
        query: query.optional(),
        removed: z.boolean().optional(),
      }),
    )
    .output(SavedView),
};

export const CalendarFeed = z.strictObject({
  id,
  view: namedRef.nullable().describe("null: your open actions"),
  createdAt: instant,
  lastReadAt: instant.nullable(),
});
export type CalendarFeed = z.infer<typeof CalendarFeed>;

export const calendarFeedContract = {
  list: route("GET", "/action-items/feeds", "Your calendar feeds, without their addresses", "Action items").output(
    z.strictObject({ items: z.array(CalendarFeed) }),
  ),
  create: route("POST", "/action-items/feeds", "Create a calendar feed. Its address is shown once.", "Action items")
    .input(
      z.strictObject({
        viewId: id.nullable().default(null).describe("null: your open actions"),
        replacesId: id.optional().describe("one of your feeds, revoked in the same step"),
      }),
    )
    .output(CalendarFeed.extend({ url: z.string() })),
  revoke: route("DELETE", "/action-items/feeds/{id}", "Revoke a calendar feed at once", "Action items")
    .input(z.strictObject({ id }))
    .output(done),
};
