import { describe, expect, it } from "vitest";
import { growth } from "#lib/base/testing/growth.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import { KindReader } from "../../kinds/kind-reader.ts";
import type { SuggestibleEvent } from "./statements/told-event.ts";
import { suggestMilestones } from "./suggest-milestones.ts";

const START_MS = Date.UTC(2026, 0, 5);
const EVENTS = 1800;
const SHORT = 150;

/** Returns stories of so many events with these titles in turn, so many milliseconds apart. All have different texts. */
const stories = (titles: readonly string[], apart: number) => (length: number) => {
  const kinds = new KindReader();
  return Array.from({ length: EVENTS / length }, (_, place) =>
    Array.from({ length }, (_event, index): SuggestibleEvent => {
      const title = `${titles[index % titles.length]} ${place * length + index}`;
      const at = new Date(START_MS + index * apart).toISOString();
      return { id: `${index}`, at, precision: "exact", kind: kinds.next(title, ""), title, body: "" };
    }),
  );
};

describe("the work for suggestions grows as the events do", () => {
  it.each([
    ["in a chat", 13_000, ["Alert QueueAge fired on web-", "Deploy of checkout finished, build", "Looking at board"]],
    [
      "with acts that made it worse",
      13_000,
      ["Restarted the broker. It never came back.", "Rolled back, which made it worse"],
    ],
    ["with hours between", 7 * HOUR_MS, ["Users report errors", "Rolled back the release", "All works again"]],
  ])("%s", (_name, apart, titles) => {
    const suggest = (all: SuggestibleEvent[][]) => all.map((events) => suggestMilestones(events, {}));
    // One long story takes as much work as twelve short ones with the same number of events.
    expect(growth(stories(titles, apart), suggest, SHORT, EVENTS)).toBeLessThan(2);
  });
});
