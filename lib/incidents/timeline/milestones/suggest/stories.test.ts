import { describe, expect, it } from "vitest";
import { suggestMilestones } from "./suggest-milestones.ts";
import type { Story } from "./testing/stories.ts";
import { readStates, STORIES_LOOSELY, STORIES_PLAINLY } from "./testing/stories-told.ts";
import { eventsOf } from "./testing/told-lines.ts";

const judge = ({ name, lines, states }: Story) => ({
  name,
  right: readStates(states),
  found: suggestMilestones(eventsOf(lines.split("\n")), {}),
});
const told = STORIES_PLAINLY.map(judge);
const asTold = STORIES_LOOSELY.map(judge);

describe("a story as engineers write it", () => {
  it.each([...told, ...asTold])("$name: finds nothing that it doesn't state", ({ right, found }) => {
    const wrong = found.filter(({ name, at }) => !right.get(name)?.includes(at));
    expect(wrong.map(({ name, at }) => `${name} ${at}`)).toEqual([]);
  });

  it("finds nine tenths of what the stories state", () => {
    const stated = told.flatMap(({ name, right, found }) =>
      [...right.keys()].map((one) => ({ story: name, one, isFound: found.some((own) => own.name === one) })),
    );
    const missed = stated.filter(({ isFound }) => !isFound);
    expect(missed.length / stated.length, missed.map(({ story, one }) => `${story}: ${one}`).join("\n")).toBeLessThan(
      0.1,
    );
  });
});
