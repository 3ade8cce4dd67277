/** Kinds of incident records. Drills and tests are excluded from all statistics. */
export const INCIDENT_KINDS = ["incident", "near_miss", "drill", "test"] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export const INCIDENT_KIND_WORDS: Record<IncidentKind, string> = {
  incident: "Incident",
  near_miss: "Near miss",
  drill: "Drill",
  test: "Test",
};

export const INCIDENT_STATUSES = ["open", "resolved", "cancelled"] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

export const INCIDENT_STATUS_WORDS: Record<IncidentStatus, string> = {
  open: "Open",
  resolved: "Resolved",
  cancelled: "Cancelled",
};

/** 1 is the most severe: SEV1 to SEV4. */
export const SEVERITIES = [1, 2, 3, 4] as const;
export type Severity = (typeof SEVERITIES)[number];

export const SEVERITY_WORDS: Record<Severity, string> = { 1: "SEV1", 2: "SEV2", 3: "SEV3", 4: "SEV4" };

/** Roles that people hold during an incident. */
export const INCIDENT_ROLES = ["commander", "communications", "scribe", "subject_expert", "on_call"] as const;
export type IncidentRole = (typeof INCIDENT_ROLES)[number];

export const INCIDENT_ROLE_WORDS: Record<IncidentRole, string> = {
  commander: "Incident commander",
  communications: "Communications",
  scribe: "Scribe",
  subject_expert: "Subject expert",
  on_call: "On-call engineer",
};

/** The title of anything whose incident the reader can't see, or that others could read over a feed or a mail. */
export const RESTRICTED_TITLE = "Restricted item";
