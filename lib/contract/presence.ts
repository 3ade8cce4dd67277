import { z } from "zod";
import { id, incidentKey, route } from "./base.ts";

export const Presence = z.strictObject({
  people: z.array(
    z.strictObject({
      id,
      name: z.string(),
      eventIds: z.array(id).describe("events that the person has open for editing"),
    }),
  ),
});
export type Presence = z.infer<typeof Presence>;

export const presenceContract = {
  list: route("GET", "/incidents/{key}/presence", "Who is viewing an incident now", "Incidents")
    .input(z.strictObject({ key: incidentKey }))
    .output(Presence),
  say: route(
    "PUT",
    "/incidents/{key}/presence",
    "Report that a screen shows the incident, or no longer does",
    "Incidents",
  )
    .input(
      z.strictObject({
        key: incidentKey,
        screen: id.describe("id of the screen, chosen by it"),
        eventId: id.nullable().default(null).describe("the event that is open. Only for people who can edit it"),
        here: z
          .boolean()
          .default(true)
          .describe("false when the screen closes. Without an update it closes after 45 s"),
      }),
    )
    .output(Presence),
};
