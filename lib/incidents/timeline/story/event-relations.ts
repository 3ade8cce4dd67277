/**
 * Why an event is below its lead. merged: the same fact from another source. bundled: one of repeated alerts. account:
 * another account of the same event, shown next to it.
 */
export const EVENT_RELATIONS = ["merged", "bundled", "account"] as const;
export type EventRelation = (typeof EVENT_RELATIONS)[number];

export const KNOWN_STATES = ["at_the_time", "found_later"] as const;
export type KnownState = (typeof KNOWN_STATES)[number];
