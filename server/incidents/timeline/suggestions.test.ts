import { describe, expect, it, vi } from "vitest";
import { suggestMilestones } from "#lib/incidents/timeline/milestones/suggest/suggest-milestones.ts";
import { WorkerPool } from "#server/base/worker/index.ts";
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
    const suggested = await suggestionsFor(asked);
    expect(suggested.map(({ name }) => name)).toContain("resolved");
    expect(suggested).toEqual(suggestMilestones(asked.events, {}));
  });

  it("of a long timeline leave out what people said", async () => {
    const story = events(400);
    const [resolved] = (await suggestionsFor({ events: story, times: {}, notApplicable: [], refusals: [] })).filter(
      ({ name }) => name === "resolved",
    );
    const refusals = [{ name: "resolved" as const, eventId: resolved?.eventId ?? "" }];
    const left = await suggestionsFor({ events: story, times: {}, notApplicable: ["detected"], refusals });
    expect(left.map(({ name }) => name)).not.toContain("resolved");
    expect(left.map(({ name }) => name)).not.toContain("detected");
  });

  it("are found once for the same timeline, and again after an edit", async () => {
    const ask = (story: ReturnType<typeof events>) => ({ events: story, times: {}, notApplicable: [], refusals: [] });
    const first = suggestionsFor(ask(events(30)));
    expect(suggestionsFor(ask(events(30)))).toBe(first);
    const edited = events(30).map((event) => ({ ...event, title: event.title.replace(/resolved/, "we hope") }));
    const [before, after] = [await first, await suggestionsFor(ask(edited))];
    expect(before.map(({ name }) => name)).toContain("resolved");
    expect(after).toEqual(suggestMilestones(edited, {}));
    expect(after).not.toEqual(before);
  });

  it("are found at the next attempt if a thread failed", async () => {
    const asked = { events: events(350), times: {}, notApplicable: [], refusals: [] };
    const reading = vi.spyOn(WorkerPool.prototype, "result").mockRejectedValueOnce(new Error("the thread died"));
    await expect(suggestionsFor(asked)).rejects.toThrow("the thread died");
    reading.mockRestore();
    await expect(suggestionsFor(asked)).resolves.toEqual(suggestMilestones(asked.events, {}));
  });
});
