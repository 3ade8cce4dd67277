import type { TxCtx } from "#server/base/kernel/context.ts";

/**
 * Moves the events of a source to the offset of its clocks: that of their import, otherwise that of the source,
 * otherwise none. What the source said moves too. An event whose time a person edited doesn't move.
 */
export async function moveClocks(tx: TxCtx, incidentId: string, sourceType: string): Promise<number> {
  return tx.db.$executeRaw`
    WITH wanted AS (
      SELECT e.id, coalesce(own.offset_ms, whole.offset_ms, 0) AS offset_ms
      FROM timeline_event e
      LEFT JOIN source_clock own ON own.incident_id = e.incident_id AND own.source_type = e.source_type
        AND own.import_id = e.import_id
      LEFT JOIN source_clock whole ON whole.incident_id = e.incident_id AND whole.source_type = e.source_type
        AND whole.import_id IS NULL
      WHERE e.incident_id = ${incidentId}::uuid AND e.source_type = ${sourceType}
    ), moved AS (
      SELECT e.id, wanted.offset_ms,
        e.at + (wanted.offset_ms - e.clock_offset_ms) * interval '1 millisecond' AS at,
        e.end_at + (wanted.offset_ms - e.clock_offset_ms) * interval '1 millisecond' AS end_at
      FROM wanted JOIN timeline_event e ON e.id = wanted.id
      WHERE e.clock_offset_ms <> wanted.offset_ms
        AND (e.original IS NULL OR ((e.original->>'at')::timestamptz IS NOT DISTINCT FROM e.at
          AND (e.original->>'endAt')::timestamptz IS NOT DISTINCT FROM e.end_at))
    )
    UPDATE timeline_event e
    SET at = moved.at, end_at = moved.end_at, clock_offset_ms = moved.offset_ms,
      version = e.version + 1, updated_at = ${tx.now()},
      original = e.original || jsonb_build_object(
        'at', to_char(moved.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'endAt', to_char(moved.end_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    FROM moved WHERE e.id = moved.id`;
}
