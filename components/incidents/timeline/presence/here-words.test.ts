import { expect, it } from "vitest";
import { editingFlags, hereWords } from "./here-words.ts";

const person = (id: string, name: string, ...eventIds: string[]) => ({ id, name, eventIds });
const tomas = person("t", "Tomás Herrera", "e10");
const ines = person("i", "Ines Duarte", "e10", "e3");
const other = person("o", "Tomás Okafor");

it.each([
  [[], ""],
  [[tomas], "Tomás is here"],
  [[tomas, ines], "Tomás and Ines are here"],
  [[tomas, other], "Tomás Herrera and Tomás Okafor are here"],
  [[ines, tomas, other], "Ines and 2 more are here"],
])("names who is here", (people, words) => {
  expect(hereWords(people)).toBe(words);
});

it("flags the row of an event that someone has open, and of the one it is below", () => {
  const flags = editingFlags([tomas, ines], (id) => (id === "e3" ? "e1" : null));
  expect(Object.fromEntries([...flags].map(([id, { words }]) => [id, words]))).toEqual({
    e10: "Tomás and 1 more, editing",
    e3: "Ines, editing",
    e1: "Ines, editing",
  });
});
