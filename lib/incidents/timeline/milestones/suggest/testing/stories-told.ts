import { STORIES, type Story } from "./stories.ts";
import { STORIES_AS_TOLD } from "./stories-as-told.ts";
import { STORIES_OF_ENDS } from "./stories-of-ends.ts";
import { STORIES_OF_ROUNDS } from "./stories-of-rounds.ts";
import { STORIES_OF_SIGNS } from "./stories-of-signs.ts";
import { STORIES_OF_SMALL_TEAMS } from "./stories-of-small-teams.ts";

const DAY = "2025-06-10";
const instant = (written: string) =>
  written.length > 5 ? `${written.replace(" ", "T")}:00Z` : `${DAY}T${written}:00Z`;

/** Stories in which what isn't certain can be left out. */
export const STORIES_LOOSELY: readonly Story[] = [
  ...STORIES_AS_TOLD,
  ...STORIES_OF_SMALL_TEAMS,
  ...STORIES_OF_ROUNDS,
  ...STORIES_OF_SIGNS,
];
export const STORIES_PLAINLY: readonly Story[] = [...STORIES, ...STORIES_OF_ENDS];
export const STORIES_TOLD: readonly Story[] = [...STORIES_PLAINLY, ...STORIES_LOOSELY];

/** Returns each milestone that a story states, with the correct instants. */
export const readStates = (states: string): Map<string, string[]> =>
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
          ];
        }),
  );
