export { feedCalendar, type OpenedFeed, openFeed } from "./calendar.ts";
export { createFeed, listFeeds, revokeFeed } from "./manage.ts";
