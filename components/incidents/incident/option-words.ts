import type { OptionChoice } from "#components/ui/choices/option.tsx";
import {
  INCIDENT_KIND_WORDS,
  INCIDENT_KINDS,
  type IncidentKind,
  type Severity,
} from "#lib/base/vocabulary/incident.ts";

/** The meaning of each severity for the people who use the service. */
export const SEVERITY_MEANING: Record<Severity, string> = {
  1: "Most customers, or data lost",
  2: "Main function broken for some",
  3: "Slow or partly broken",
  4: "Barely noticeable",
};

const KIND_CONSEQUENCE: Record<IncidentKind, string> = {
  incident: "Counts in all figures",
  near_miss: "No impact, but a possible risk",
  drill: "Not counted in any figure",
  test: "For trying things out. Not counted.",
};

export const KIND_OPTIONS: readonly OptionChoice[] = INCIDENT_KINDS.map((value) => ({
  value,
  label: INCIDENT_KIND_WORDS[value],
  consequence: KIND_CONSEQUENCE[value],
}));
