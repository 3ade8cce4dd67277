import type { Incident, RoleHolder } from "#lib/contract/incident.ts";

/**
 * Fields that a person can change on an incident's page. Services and roles have the names that are shown until the
 * server responds.
 */
export interface IncidentFields {
  title?: string;
  kind?: Incident["kind"];
  status?: "open" | "resolved";
  startedAt?: string;
  resolvedAt?: string | null;
  timeZone?: string;
  impactText?: string;
  impactUnknown?: boolean;
  services?: Incident["services"];
  roles?: RoleHolder[];
}

/** Returns the incident with these fields, as the server will return it. */
export function withIncidentFields(incident: Incident, fields: IncidentFields, now: string): Incident {
  const changed = { ...incident, ...fields };
  if (fields.resolvedAt !== undefined && fields.status === undefined && incident.status !== "cancelled")
    changed.status = fields.resolvedAt === null ? "open" : "resolved";
  if (fields.status === "resolved") changed.resolvedAt = changed.resolvedAt ?? now;
  if (fields.status === "open") changed.resolvedAt = null;
  return changed;
}

/** Returns the incident's current values of the same fields, to undo the change. */
export function incidentFieldsBefore(incident: Incident, fields: IncidentFields): IncidentFields {
  const before: IncidentFields = {};
  const names = Object.keys(fields) as (keyof IncidentFields)[];
  Object.assign(before, Object.fromEntries(names.map((name) => [name, incident[name]])));
  if (fields.status !== undefined || fields.resolvedAt !== undefined) {
    before.resolvedAt = incident.resolvedAt;
    before.status = incident.status === "resolved" ? "resolved" : "open";
  }
  return before;
}

/** Returns the fields for the API: services by id, roles by person or name. */
export function toUpdate({ services, roles, ...fields }: IncidentFields) {
  return {
    ...fields,
    ...(services ? { serviceIds: services.map((service) => service.id) } : {}),
    ...(roles ? { roles: roles.map(({ role, userId, name }) => ({ role, userId, name: userId ? null : name })) } : {}),
  };
}
