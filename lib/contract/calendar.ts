import { z } from "zod";
import { done, id, line, localDate, namedRef, plannedDay, route, timeZone, version } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

const dayOff = z.strictObject({ date: localDate, name: line(LENGTHS.calendar.dayName) });

const fields = {
  timeZone,
  workingDays: z.array(z.int().min(0).max(6)).min(1).max(7).describe("0 is Sunday"),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "a country code such as IE")
    .nullable()
    .default(null)
    .describe("its public holidays are days off"),
  region: z.string().min(1).max(20).nullable().default(null).describe("a region of the country, see /calendars/places"),
  closedDays: z
    .array(dayOff.extend({ date: plannedDay }))
    .max(100)
    .default([])
    .describe("further days off, such as a company day"),
};

/** A calendar ahead, as far as the terms of most policies reach. */
export const CalendarAhead = z.strictObject({
  from: localDate.describe("today in its time zone"),
  until: localDate.describe("the last day with known days off, 65 weeks ahead"),
  daysOff: z.array(dayOff).describe("from `from` to `until`, without those on a weekend"),
  fifthDay: localDate.describe("five business days from today"),
});
export type CalendarAhead = z.infer<typeof CalendarAhead>;

export const Calendar = z.strictObject({
  id,
  team: namedRef.nullable().describe("null: the organisation's"),
  timeZone: z.string(),
  workingDays: z.array(z.int()),
  country: z.string().nullable(),
  region: z.string().nullable(),
  placeName: z.string().nullable().describe("country and region in words"),
  closedDays: z.array(dayOff),
  ahead: CalendarAhead,
  version,
});
export type Calendar = z.infer<typeof Calendar>;

const named = z.strictObject({ code: z.string(), name: z.string() });
const country = named.extend({ regions: z.array(named) });

export const calendarContract = {
  list: route("GET", "/calendars", "Business calendars, the organisation's first", "Business calendars")
    .input(z.strictObject({}))
    .output(z.strictObject({ items: z.array(Calendar) })),
  places: route("GET", "/calendars/places", "Countries and regions with public holidays", "Business calendars")
    .input(z.strictObject({}))
    .output(z.strictObject({ items: z.array(country) })),
  preview: route(
    "POST",
    "/calendars/preview",
    "The next days off of a calendar before it is saved",
    "Business calendars",
  )
    .input(z.strictObject(fields))
    .output(CalendarAhead),
  create: route("POST", "/calendars", "Give a team its own calendar", "Business calendars")
    .input(z.strictObject({ teamId: id, ...fields }))
    .output(Calendar),
  update: route("PUT", "/calendars/{id}", "Change a calendar", "Business calendars")
    .input(z.strictObject({ id, version, ...fields }))
    .output(Calendar),
  remove: route(
    "DELETE",
    "/calendars/{id}",
    "Remove a team's calendar: the organisation's applies",
    "Business calendars",
  )
    .input(z.strictObject({ id, version }))
    .output(done),
};
