import { expect, test } from "vitest";
import { z } from "zod";
import { id, localDate, pageInput, plannedDay } from "./base.ts";

const said = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;

test.each([
  [z.string(), undefined, "is required"],
  [z.string(), 5, "must be text"],
  [z.int(), 1.5, "must be a whole number"],
  [z.number(), Number.NaN, "must be a number"],
  [z.boolean(), "yes", "must be true or false"],
  [z.array(z.string()), {}, "must be a list"],
  [z.strictObject({}), [], "must be an object"],
  [z.string().max(200), "x".repeat(201), "must have at most 200 characters"],
  [z.string().min(1), "", "must have at least 1 character"],
  [z.array(z.string()).max(3), ["a", "b", "c", "d"], "must have at most 3 entries"],
  [z.array(z.string()).min(1), [], "must have at least 1 entry"],
  [z.file().max(3), new File(["four"], "a.txt"), "must have at most 3 bytes"],
  [z.file().min(1), new File([], "a.txt"), "must have at least 1 byte"],
  [pageInput.limit, 1000, "must be at most 200"],
  [pageInput.limit, 0, "must be at least 1"],
  [z.enum(["read", "write"]), "all", "must be one of read, write"],
  [z.literal(true), false, "must be true"],
  [z.email(), "x", "must be an email address"],
  [id, "12", "must be an id as the API returns it"],
])("a check without its own message says what the field needs (%#)", (schema, value, words) => {
  expect(said(schema, value)).toBe(words);
});

test("keeps the message of a check that has its own", () => {
  expect(said(localDate, "2020-13-01")).toBe("a date such as 2017-01-31");
  expect(said(z.string().min(1, "must not be empty"), "")).toBe("must not be empty");
  expect(said(plannedDay, "soon")).toBe("a date such as 2017-01-31");
});

test.each(["0001-01-01", "1969-12-31", "2200-01-01", "9999-12-31"])("no one plans for %s", (day) => {
  expect(said(plannedDay, day)).toBe("a year from 1970 to 2199");
  expect(localDate.safeParse(day).success).toBe(true);
});
