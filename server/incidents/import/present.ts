import { z } from "zod";
import { type ImportRecord, Reject } from "#lib/contract/import.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import type { ImportRow } from "./load.ts";

const Rejects = z.array(Reject);

/** Returns an import with the counts of the sources inside it included. */
export function presentImport(row: ImportRow): ImportRecord {
  const { letter, createdBy, parts: _parts, answers, rejects, createdAt, undoneAt, splits, splitFrom, ...rest } = row;
  const { splitFromId: _, ...fields } = rest;
  return {
    ...fields,
    letter: letter ?? row.label.charAt(0).toUpperCase(),
    createdAt: createdAt.toISOString(),
    createdBy: createdBy?.name ?? null,
    undoneAt: toInstantOrNull(undoneAt),
    rejects: Rejects.parse(rejects),
    splits: splits.map(({ created, incident: { number, title } }) => ({
      key: incidentKeyOf(number),
      title,
      events: created,
    })),
    splitFrom: splitFrom === null ? null : incidentKeyOf(splitFrom),
    zoneAnswers: answers.map(({ id, zone, date, at, by }) => ({
      id,
      zone,
      date,
      at: at.toISOString(),
      by: by?.name ?? null,
    })),
  };
}
