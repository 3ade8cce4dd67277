/** Calendars and zones, in the one place that knows where they come from. */
export { Temporal } from "@js-temporal/polyfill";
