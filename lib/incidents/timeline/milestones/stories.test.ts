import { describe, expect, it } from "vitest";
import { suggestMilestones } from "../suggest-milestones.ts";
import { STORIES, type Story } from "./stories.ts";
import { STORIES_AS_TOLD } from "./stories-as-told.ts";
import { STORIES_OF_ENDS } from "./stories-of-ends.ts";
import { STORIES_OF_ROUNDS } from "./stories-of-rounds.ts";
import { STORIES_OF_SMALL_TEAMS } from "./stories-of-small-teams.ts";
import { eventsOf } from "./told-lines.ts";

const DAY = "2025-06-10";
const instant = (written: string) =>
  written.length > 5 ? `${written.replace(" ", "T")}:00Z` : `${DAY}T${written}:00Z`;

/** Each milestone with the instants that are right. */
const readStates = (states: string) =>
  new Map(
    states === "-"
      ? []
      : states.split(", ").map((one) => {
          const at = one.indexOf(" ");
          return [
            one.slice(0, at),
            one
              .slice(at + 1)
              .split(" or ")
              .map(instant),
          ] as const;
        }),
  );

const judge = ({ name, lines, states }: Story) => ({
  name,
  right: readStates(states),
  found: suggestMilestones(eventsOf(lines.split("\n")), {}),
});
const told = [...STORIES, ...STORIES_OF_ENDS].map(judge);
const asTold = [...STORIES_AS_TOLD, ...STORIES_OF_SMALL_TEAMS, ...STORIES_OF_ROUNDS].map(judge);

describe("a story as engineers write it", () => {
  it.each([...told, ...asTold])("$name: nothing that it does not state", ({ right, found }) => {
    const wrong = found.filter(({ name, at }) => !right.get(name)?.includes(at));
    expect(wrong.map(({ name, at }) => `${name} ${at}`)).toEqual([]);
  });

  it("nine tenths of what they state is found", () => {
    const stated = told.flatMap(({ name, right, found }) =>
      [...right.keys()].map((one) => ({ story: name, one, isFound: found.some((own) => own.name === one) })),
    );
    const missed = stated.filter(({ isFound }) => !isFound);
    expect(missed.length / stated.length, missed.map(({ story, one }) => `${story}: ${one}`).join("\n")).toBeLessThan(
      0.1,
    );
  });
});
