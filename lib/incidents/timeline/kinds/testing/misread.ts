import { guessKind } from "../guess-kind.ts";

/** Returns the lines of a table "kind kind | words" whose words are read as none of their kinds. */
export const misread = (table: string): string[] =>
  table
    .trim()
    .split("\n")
    .filter((line) => {
      const [kinds = "", text = ""] = line.split(" | ");
      return !kinds.trim().split(" ").includes(guessKind(text));
    });
