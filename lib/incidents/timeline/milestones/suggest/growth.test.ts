import { describe, expect, it } from "vitest";
import { growth } from "#lib/base/testing/growth.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import { KindReader } from "../../kinds/kind-reader.ts";
import { suggestMilestones } from "./suggest-milestones.ts";

const START_MS = Date.UTC(2026, 0, 5);
/** Texts of fewer events are all cached. */
const FEW = 1000;
const MANY = 4000;

/** Events with these titles in turn, so many milliseconds apart. */
const story = (titles: readonly string[], apart: number) => (count: number) => {
  const kinds = new KindReader();
  return Array.from({ length: count }, (_, index) => {
    const title = `${titles[index % titles.length]} ${index}`;
    return {
      id: `${index}`,
      at: new Date(START_MS + index * apart).toISOString(),
      precision: "exact" as const,
      kind: kinds.next(title, ""),
      ...{ title, body: "" },
    };
  });
};

describe("the work for a suggestion grows as the events do", () => {
  it.each([
    ["in a chat", 13_000, ["Alert QueueAge fired on web-", "Deploy of checkout finished, build", "Looking at board"]],
    [
      "with acts that made it worse",
      13_000,
      ["Restarted the broker. It never came back.", "Rolled back, which made it worse"],
    ],
    ["with hours between", 7 * HOUR_MS, ["Users report errors", "Rolled back the release", "All works again"]],
    [
      "with posts of a status page",
      HOUR_MS,
      ["Investigating - Slow pages.", "Update - Still slow.", "Monitoring - A fix is out."],
    ],
  ])("%s", (_name, apart, titles) => {
    const times = growth(story(titles, apart), (events) => suggestMilestones(events, {}), FEW, MANY);
    expect(times).toBeLessThan(8);
  });
});
