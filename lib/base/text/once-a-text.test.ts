import { expect, it } from "vitest";
import { onceAText } from "./once-a-text.ts";

const counting = (most: number) => {
  const read: string[] = [];
  const length = onceAText(most, (text) => {
    read.push(text);
    return { length: text.length };
  });
  return { read, length };
};

it("computes the value of a text once, even if it is null", () => {
  const { read, length } = counting(10);
  expect([length("one"), length("three"), length("one")]).toEqual([{ length: 3 }, { length: 5 }, { length: 3 }]);
  expect(read).toEqual(["one", "three"]);
  const asked: string[] = [];
  const none = onceAText(10, (text) => {
    asked.push(text);
    return null;
  });
  expect([none("x"), none("x"), asked]).toEqual([null, null, ["x"]]);
});

it("keeps a text of 200 characters", () => {
  const { read, length } = counting(2);
  for (let turn = 0; turn < 2; turn++) length("x".repeat(200));
  expect(read).toHaveLength(1);
});

it("keeps no long text", () => {
  const { read, length } = counting(2);
  const long = "x".repeat(201);
  expect([length(long), length(long)]).toEqual([{ length: 201 }, { length: 201 }]);
  expect(read).toHaveLength(2);
});

it("forgets everything when it is full, and continues", () => {
  const { read, length } = counting(2);
  for (const text of ["a", "b", "c", "c", "a"]) length(text);
  expect(read).toEqual(["a", "b", "c", "a"]);
});
