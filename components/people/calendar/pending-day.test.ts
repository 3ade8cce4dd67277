import { expect, it } from "vitest";
import { NO_PENDING_DAY, withPending } from "./pending-day.ts";

const DAYS = [{ date: "2017-08-14", name: "Company day" }];

it.each([
  ["nothing", {}, DAYS],
  ["a day", { date: "2017-03-01", name: " Move " }, [{ date: "2017-03-01", name: "Move" }, ...DAYS]],
  ["a day that is listed", { date: "2017-08-14", name: "Outing" }, [{ date: "2017-08-14", name: "Outing" }]],
])("takes over %s", (_, typed, days) => {
  expect(withPending(DAYS, { ...NO_PENDING_DAY, ...typed })).toEqual({ ok: true, days });
});

it.each([
  ["a day without a name", { date: "2017-03-01" }, "name"],
  ["a name without a day", { name: "Move" }, "date"],
  ["a text that isn't a day", { isUnread: true }, "date"],
  ["a text that isn't a day over one that was", { date: "2017-03-01", name: "Move", isUnread: true }, "date"],
])("asks for what is missing of %s", (_, typed, field) => {
  expect(withPending(DAYS, { ...NO_PENDING_DAY, ...typed })).toMatchObject({ ok: false, field });
});
