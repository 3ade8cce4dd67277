import { hasKeys, isRecord, type JsonRecord } from "#importers/base/values.ts";

export function isStatusIncident(value: unknown): value is JsonRecord {
  return hasKeys(value, "id", "name", "status", "incident_updates") && Array.isArray(value.incident_updates);
}

/** A webhook about the status of one component. */
export function isComponentUpdate(value: unknown): value is JsonRecord {
  return isRecord(value) && hasKeys(value.component_update, "new_status", "created_at");
}

/** The uptime of a component over a span: figures, no events. */
export function isUptime(value: unknown): value is JsonRecord {
  return hasKeys(value, "range_start", "range_end", "uptime_percentage");
}
