export { listPlaces } from "./holidays.ts";
export { listCalendars, teamCalendars } from "./load.ts";
export { readerDay, readerZone, readerZoneSql } from "./reader-zone.ts";
export { createCalendar, previewCalendar, removeCalendar, updateCalendar } from "./write.ts";
