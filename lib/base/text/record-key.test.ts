import { expect, it } from "vitest";
import { readRecordKey } from "./record-key.ts";

it.each([
  ["INC-12", "incident", 12],
  ["rev7", "review", 7],
  [" act 31 ", "action-item", 31],
  ["SC-4", "strategic-change", 4],
  ["12", null, 12],
  ["#12", null, 12],
  ["INC-1", "incident", 1],
  ["2147483647", null, 2_147_483_647],
])("reads %j", (text, noun, number) => {
  expect(readRecordKey(text)).toEqual({ noun, number });
});

it.each(["", "INC-", "INC-0", "INC-12 outage", "risk 4", "99999999999", "2147483648", "12 hours"])(
  "treats %j as text",
  (text) => {
    expect(readRecordKey(text)).toBeNull();
  },
);
