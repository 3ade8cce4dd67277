import { z } from "zod";
import { type ImportRecord, Reject } from "#lib/contract/import.ts";
import { toInstantOrNull } from "#server/kernel/dates.ts";
import type { ImportRow } from "./load.ts";

const Rejects = z.array(Reject);

export function presentImport(row: ImportRow & { unanswered: number }): ImportRecord {
  const { events, createdBy, _count, rejects, createdAt, undoneAt, ...fields } = row;
  return {
    ...fields,
    letter: events[0]?.sourceLetter ?? row.label.charAt(0).toUpperCase(),
    createdAt: createdAt.toISOString(),
    createdBy: createdBy?.name ?? null,
    undoneAt: toInstantOrNull(undoneAt),
    rejects: Rejects.parse(rejects),
    citedEvents: _count.events,
  };
}
