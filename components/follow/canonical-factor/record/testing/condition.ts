import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";

export const incidentOf = (key: string): CanonicalFactor["incidents"][number] => ({
  ...{ key, title: `Title of ${key}`, severity: 2, kind: "incident", counted: true },
  ...{ startedAt: "2020-01-10T09:00:00.000Z", resolvedAt: null, band: [], minutes: 12 },
});

/** An accepted action without a due date. */
export const fixOf = (
  key: string,
  more: Partial<CanonicalFactor["fixes"][number]> = {},
): CanonicalFactor["fixes"][number] => ({
  ...{ key, title: `Title of ${key}`, status: "accepted", blockedReason: null, blockedUntil: null, owner: null },
  ...{ dueDate: null, waivedUntil: null, verifiedAt: null, worked: null, incidentKey: "INC-1", ...more },
});

/** A strategic change in progress, without days. */
export const changeOf = (
  key: string,
  more: Partial<CanonicalFactor["changes"][number]> = {},
): CanonicalFactor["changes"][number] => ({
  ...{ key, title: `Title of ${key}`, status: "in_progress", health: null, deliveredAt: null },
  ...{ startsOn: null, endsOn: null, dated: false, pace: null, ...more },
});

/** A condition that was seen in two incidents. */
export const condition = (more: Partial<CanonicalFactor> = {}): CanonicalFactor => ({
  ...{ id: "condition", name: "Dumps fail", version: 1, abilities: { edit: false }, merged: [] },
  ...{ incidentCount: 2, minutes: null, firstAt: null, lastAt: null, fixes: [], changes: [], factors: [] },
  ...{ incidents: [incidentOf("INC-1"), incidentOf("INC-2")], following: false, followers: [] },
  ...more,
});
