import { expect, it } from "vitest";
import { namesPerson } from "./names-person.ts";

const ME = "0192f0c1-0000-7000-8000-000000000001";
const OTHER = "0192f0c1-0000-7000-8000-000000000002";

it.each([
  ["no one", [], "", false],
  ["the reader, also as me", ["me", ME], "", false],
  ["those without an owner", ["none"], "", false],
  ["the reader in a filter", [], `owner=${ME}`, false],
  ["another owner", [OTHER], "", true],
  ["another owner next to the reader", ["me", OTHER], "", true],
  ["everyone but another owner", [], `owner!=${OTHER}`, true],
])("knows whether a query names someone else: %s", (_, owner, filter, expected) =>
  expect(namesPerson({ owner, filter }, ME)).toBe(expected),
);
