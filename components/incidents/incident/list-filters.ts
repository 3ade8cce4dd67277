import { createParser, parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { Filter } from "#components/ui/lists/filter-field.ts";
import { INCIDENT_KINDS, INCIDENT_STATUSES, SEVERITIES, type Severity } from "#lib/base/vocabulary/incident.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";

export const REVIEW_FILTERS = ["none", "open", "published"] as const;
export type ReviewFilter = (typeof REVIEW_FILTERS)[number];

const severityCodes = ["1", "2", "3", "4"] as const;

/** "2" or "SEV2". */
const parseAsSeverity = createParser({
  parse: (written) => severityCodes.find((code) => new RegExp(`^(?:sev[ -]?)?${code}$`, "i").test(written)) ?? null,
  serialize: (code: (typeof severityCodes)[number]) => code,
});

/** The URL of the list: words, filters, archived ones. */
export const incidentFilterParsers = {
  q: parseAsString.withDefault(""),
  status: parseAsArrayOf(parseAsStringLiteral(INCIDENT_STATUSES)).withDefault([]),
  severity: parseAsArrayOf(parseAsSeverity).withDefault([]),
  kind: parseAsArrayOf(parseAsStringLiteral(INCIDENT_KINDS)).withDefault([]),
  service: parseAsArrayOf(parseAsString).withDefault([]),
  review: parseAsStringLiteral(REVIEW_FILTERS),
  archived: parseAsBoolean.withDefault(false),
};

export interface IncidentFilters {
  q: string;
  status: (typeof INCIDENT_STATUSES)[number][];
  severity: (typeof severityCodes)[number][];
  kind: (typeof INCIDENT_KINDS)[number][];
  service: string[];
  review: ReviewFilter | null;
  archived: boolean;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Returns the API request. The page and the browser build the same. */
export function toListInput(filters: IncidentFilters) {
  const words = filters.q.trim().slice(0, LENGTHS.search);
  const severities = filters.severity.map((code): Severity => SEVERITIES[Number(code) - 1] ?? 1);
  const services = filters.service.filter((id) => UUID.test(id));
  return {
    ...(words ? { q: words } : {}),
    ...(filters.status.length > 0 ? { status: filters.status } : {}),
    ...(severities.length > 0 ? { severity: severities } : {}),
    ...(filters.kind.length > 0 ? { kind: filters.kind } : {}),
    ...(services.length > 0 ? { serviceId: services } : {}),
    ...(filters.review ? { review: filters.review } : {}),
    ...(filters.archived ? { archived: true } : {}),
  };
}

/** Returns the filters as chips, in the order of the bar. */
export function toChips(filters: IncidentFilters): Filter[] {
  const chips: Filter[] = [
    { field: "status", values: filters.status },
    { field: "severity", values: filters.severity },
    { field: "kind", values: filters.kind },
    { field: "service", values: filters.service },
    { field: "review", values: filters.review ? [filters.review] : [] },
    { field: "archived", values: filters.archived ? ["yes"] : [] },
  ];
  return chips.filter((chip) => chip.values.length > 0);
}

const among = <Value extends string>(allowed: readonly Value[], values: readonly string[]): Value[] =>
  allowed.filter((value) => values.includes(value));

/** Returns the filters for chips. A chip without a value has none. */
export function fromChips(chips: readonly Filter[]): Omit<IncidentFilters, "q"> {
  const of = (field: string) => chips.find((chip) => chip.field === field)?.values ?? [];
  return {
    status: among(INCIDENT_STATUSES, of("status")),
    severity: among(severityCodes, of("severity")),
    kind: among(INCIDENT_KINDS, of("kind")),
    service: [...of("service")],
    review: among(REVIEW_FILTERS, of("review"))[0] ?? null,
    archived: of("archived").includes("yes"),
  };
}

/** Returns whether words or chips narrow the list. */
export const isFiltered = (filters: IncidentFilters) => filters.q.trim() !== "" || toChips(filters).length > 0;

/** Returns the filters without the latest one, for an empty result. Words are removed first. */
export function withoutOne(filters: IncidentFilters): { dropped: string; rest: IncidentFilters } | null {
  if (filters.q.trim() !== "") return { dropped: "q", rest: { ...filters, q: "" } };
  const chips = toChips(filters);
  const last = chips.at(-1);
  return last ? { dropped: last.field, rest: { q: "", ...fromChips(chips.slice(0, -1)) } } : null;
}
