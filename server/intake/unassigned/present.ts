import { shapeOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { IncomingEvent } from "#lib/contract/unassigned.ts";
import { hookSourceNamed } from "#lib/intake/integration/hook-sources.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { factOf } from "#server/intake/delivery/index.ts";
import type { IncomingRecord } from "./select.ts";

/** Returns an incoming event for the API. Only for rows that the reader can see. */
export function presentIncoming(row: IncomingRecord): IncomingEvent {
  const { event, labels } = factOf(row);
  const source = hookSourceNamed(row.integration.source);
  return {
    id: row.id,
    at: toInstantOrNull(row.at),
    endAt: event.endAt,
    receivedAt: row.receivedAt.toISOString(),
    kind: row.kind,
    shape: shapeOfKind(row.kind),
    title: row.title,
    body: event.body,
    url: event.url,
    severity: row.severity,
    labels,
    service: row.service,
    integration: {
      id: row.integration.id,
      name: row.integration.name,
      label: source?.label ?? row.integration.source,
      letter: source?.letter ?? "?",
    },
    state: row.state,
    reason: row.reason,
    incidentKey: row.timelineEvent === null ? null : incidentKeyOf(row.timelineEvent.incident.number),
    eventNumber: row.timelineEvent?.number ?? null,
    settledBy: row.settledBy,
    settledAt: toInstantOrNull(row.settledAt),
    version: row.version,
  };
}
