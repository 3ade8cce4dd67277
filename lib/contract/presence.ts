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
  list: route("GET", "/incidents/{key}/presence", "Who looks at an incident now", "Incidents")
    .input(z.strictObject({ key: incidentKey }))
    .output(Presence),
  say: route("PUT", "/incidents/{key}/presence", "Say that a screen shows the incident, or does no longer", "Incidents")
    .input(
      z.strictObject({
        key: incidentKey,
        screen: id.describe("names the screen among those of the same person; chosen by it"),
        eventId: id.nullable().default(null).describe("the event that is open; kept for those who may edit it"),
        here: z.boolean().default(true).describe("false when the screen goes away; without a word it does after 45 s"),
      }),
    )
    .output(Presence),
};
