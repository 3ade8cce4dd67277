import { expect, it } from "vitest";
import { fromChips, type IncidentFilters, isFiltered, toChips, toListInput, withoutOne } from "./list-filters.ts";

const none: IncidentFilters = {
  q: "",
  status: [],
  severity: [],
  kind: [],
  service: [],
  review: null,
  archived: false,
};
const some: IncidentFilters = { ...none, severity: ["1", "2"], review: "open", archived: true };

it("requests nothing by default", () => {
  expect(toListInput(none)).toEqual({});
  expect(isFiltered(none)).toBe(false);
});

it("requests severities by number, and leaves out an invalid service id", () => {
  expect(toListInput({ ...some, q: " mail ", service: ["x"] })).toEqual({
    q: "mail",
    severity: [1, 2],
    review: "open",
    archived: true,
  });
});

it("reads chips back as they were written", () => {
  expect({ q: "", ...fromChips(toChips(some)) }).toEqual(some);
});

it("ignores what no chip offers", () => {
  expect(fromChips([{ field: "status", values: ["gone"] }])).toMatchObject({ status: [] });
});

it("removes words first, then the last chip", () => {
  expect(withoutOne({ ...some, q: "mail" })).toEqual({ dropped: "q", rest: some });
  expect(withoutOne(some)).toEqual({ dropped: "archived", rest: { ...some, archived: false } });
  expect(withoutOne(none)).toBeNull();
});
