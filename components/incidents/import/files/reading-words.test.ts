import { expect, it } from "vitest";
import type { Reading } from "#lib/contract/import.ts";
import { readingWords } from "./reading-words.ts";

const file = { name: "notes.md", blob: new Blob(["x".repeat(2048)]) };
const reading = (some: Partial<Reading>): Reading => ({
  state: "reading",
  share: null,
  events: 0,
  files: null,
  ...some,
});

it.each<[Reading | null, string, object | null]>([
  [null, "Sending notes.md, 2 kB", null],
  [reading({ state: "sending" }), "Sending notes.md, 2 kB", null],
  [reading({ state: "waiting" }), "notes.md is waiting for other files", null],
  [reading({}), "Reading notes.md", null],
  [reading({ events: 1 }), "Reading notes.md, 1 event", null],
  [reading({ share: 0.356, events: 1200 }), "Reading notes.md: 35%, 1,200 events", { value: 35, max: 100 }],
  [reading({ share: 1 }), "Reading notes.md: 100%", { value: 100, max: 100 }],
  [
    reading({ files: { read: 1200, of: 20_000 }, events: 3400 }),
    "Reading 1,200 of 20,000 files, 3,400 events",
    { value: 1200, max: 20_000 },
  ],
  [reading({ files: { read: 0, of: 1 } }), "Reading 0 of 1 file", { value: 0, max: 1 }],
])("says how far a file is: %j", (given, words, bar) => {
  expect(readingWords(file, given)).toEqual({ words, bar });
});
