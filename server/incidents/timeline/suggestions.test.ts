import { describe, expect, it } from "vitest";
import { suggestMilestones } from "#lib/incidents/timeline/milestones/suggest/suggest-milestones.ts";
import { suggestionsFor } from "./suggestions.ts";

const STORY = ["Alert fires: the shop is down", "Rolled back the release", "Everything is back to normal, resolved"];

/** Looks at dashboards, with the story in the middle. */
const events = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const told = STORY[index - Math.floor(count / 2)];
    return {
      id: `${index}`,
      at: new Date(Date.UTC(2026, 0, 5) + index * 60_000).toISOString(),
      precision: "exact" as const,
      kind: "observation" as const,
      title: told ?? `Looking at dashboard ${index}`,
      // More than a message to a worker could contain.
      accounts: [() => index],
    };
  });

describe("suggestions", () => {
  it.each([10, 301, 2000])("of %i events are those that their texts make", async (count) => {
    const asked = { events: events(count), times: {}, notApplicable: [], refusals: [] };
    const suggested = await suggestionsFor({}, asked);
    expect(suggested.map(({ name }) => name)).toContain("resolved");
    expect(suggested).toEqual(suggestMilestones(asked.events, {}));
  });

  it("of a long timeline leave out what people said", async () => {
    const story = events(400);
    const [resolved] = (await suggestionsFor({}, { events: story, times: {}, notApplicable: [], refusals: [] })).filter(
      ({ name }) => name === "resolved",
    );
    const refusals = [{ name: "resolved" as const, eventId: resolved?.eventId ?? "" }];
    const left = await suggestionsFor(
      {},
      {
        events: story,
        times: {},
        notApplicable: ["detected"],
        refusals,
      },
    );
    expect(left.map(({ name }) => name)).not.toContain("resolved");
    expect(left.map(({ name }) => name)).not.toContain("detected");
  });
});
