import type { Reject } from "#importers/index.ts";
import type { FileStory } from "#lib/contract/timeline-file.ts";
import { readKept } from "#lib/incidents/impact/series/kept-series.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";

const QUOTED = 120;

interface RestoredSeries {
  /** By the number in the file. */
  idOf: ReadonlyMap<number, string>;
  rejects: Reject[];
}

/** Restores the series that windows were measured from. A series that the incident already has is reused. */
export async function restoreSeries(
  tx: TxCtx,
  { incidentId, importId }: { incidentId: string; importId: string },
  series: FileStory["series"],
): Promise<RestoredSeries> {
  const idOf = new Map<number, string>();
  const rejects: Reject[] = [];
  for (const { number, title, text, at } of series) {
    const same = await tx.db.attachment.findFirst({
      where: { incidentId, kind: "series", removedAt: null, title, text },
      select: { id: true },
    });
    const { points, problems } = same ? { points: [], problems: [] } : readKept(text);
    if (!same && points.length === 0) {
      const reason = `Series: ${problems[0]?.text ?? "it has no readable points"}`;
      rejects.push({ line: 0, reason, text: `${title}: ${text.slice(0, QUOTED)}` });
      continue;
    }
    const id = same?.id ?? tx.newId();
    idOf.set(number, id);
    if (same) continue;
    const row = { id, incidentId, kind: "series", title, text, createdAt: new Date(at), importId } as const;
    await tx.db.attachment.create({ data: row });
  }
  return { idOf, rejects };
}
