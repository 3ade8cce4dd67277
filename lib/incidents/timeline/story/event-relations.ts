/**
 * How an event stands below its lead: merged, the same fact from another source; bundled, one of repeated alerts;
 * account, another telling of the same event that stands beside it.
 */
export const EVENT_RELATIONS = ["merged", "bundled", "account"] as const;
export type EventRelation = (typeof EVENT_RELATIONS)[number];

export const KNOWN_STATES = ["at_the_time", "found_later"] as const;
export type KnownState = (typeof KNOWN_STATES)[number];
