import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readClauses } from "#lib/base/clauses/read-clauses.ts";
import { EVENT_KINDS, type EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { toldElsewhere } from "#lib/incidents/timeline/kinds/languages/in-other-languages.ts";
import { isOfMeaning, signsElsewhere } from "#lib/incidents/timeline/kinds/languages/signs-elsewhere.ts";
import { shapeOfWords } from "#lib/incidents/timeline/kinds/shape-of-words.ts";
import { signsOf } from "#lib/incidents/timeline/kinds/weights/signs.ts";
import { withoutTimes } from "#lib/incidents/timeline/kinds/without-times.ts";
import type { Lesson } from "./learn.ts";

/** A line of a file: "kind kind | text", the best kind first. */
export interface Line {
  file: string;
  kinds: readonly EventKind[];
  text: string;
}

const KNOWN: ReadonlySet<string> = new Set(EVENT_KINDS);
const isKind = (name: string): name is EventKind => KNOWN.has(name);

/** All lines in English, in the order of the files. Throws if a line has no kind or an unknown kind. */
export const readLines = (): Line[] => linesIn(ENGLISH);

/** All lines in other languages. They have weights of their own. */
export const readLinesElsewhere = (): Line[] => linesIn(ELSEWHERE);

const ENGLISH = import.meta.dirname;
const ELSEWHERE = join(ENGLISH, "elsewhere");

function linesIn(folder: string): Line[] {
  return filesOfLines(folder).flatMap(([file, content]) =>
    content
      .trim()
      .split("\n")
      .map((line, place) => {
        const [names = "", ...text] = line.split(" | ");
        const kinds = names.split(" ").filter(isKind);
        if (text.length === 0 || kinds.length !== names.split(" ").length)
          throw new Error(`${file}, line ${place + 1}: "kind kind | text" is asked for, and it says "${line}".`);
        return { file, kinds, text: text.join(" | ") };
      }),
  );
}

function filesOfLines(folder: string): [file: string, content: string][] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return files.sort().map((file) => [file, readFileSync(join(folder, file), "utf8")]);
}

/** A hash that identifies the state of all lines. */
export const hashOfLines = (): string =>
  createHash("sha256")
    .update(JSON.stringify([ENGLISH, ELSEWHERE].map(filesOfLines)))
    .digest("hex");

/** Returns the lesson of a line in English. */
export function toLesson({ text, kinds }: Line): Lesson {
  const words = withoutTimes(shapeOfWords(text));
  return { kinds, signs: [...signsOf(words, readClauses(words)).all] };
}

/** Returns the lessons of a line elsewhere. What it means is also taught without its words, which others lack. */
export function toLessonsElsewhere({ text, kinds }: Line): Lesson[] {
  const words = withoutTimes(shapeOfWords(text));
  const signs = [...signsElsewhere(words, toldElsewhere(words)).all];
  const meant = signs.filter(isOfMeaning);
  return meant.length > 1
    ? [
        { kinds, signs },
        { kinds, signs: meant },
      ]
    : [{ kinds, signs }];
}
