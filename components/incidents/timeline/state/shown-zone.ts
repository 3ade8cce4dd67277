import { cityOf } from "#lib/base/time/zones.ts";

export const ZONE_VIEWS = ["utc", "incident", "mine"] as const;
export type ZoneView = (typeof ZONE_VIEWS)[number];

export interface ZoneChoice {
  view: ZoneView;
  zone: string;
  label: string;
}

/** Returns the time zones for showing times, without duplicates. UTC is always first. */
export function zoneChoices(incidentZone: string, mine: string | null): ZoneChoice[] {
  const choices: ZoneChoice[] = [{ view: "utc", zone: "UTC", label: "UTC" }];
  const add = (view: ZoneView, zone: string, label: string) => {
    if (!choices.some((choice) => choice.zone === zone)) choices.push({ view, zone, label });
  };
  add("incident", incidentZone, cityOf(incidentZone));
  if (mine !== null) add("mine", mine, `${cityOf(mine)}, mine`);
  return choices;
}
