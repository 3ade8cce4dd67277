import type { TxCtx } from "#server/base/kernel/context.ts";

interface Brought {
  incidentId: string;
  importId: string;
}

interface Span {
  serviceId: string;
  fromAt: Date;
  toAt: Date | null;
}

/**
 * Restores series and impact windows that undoing removed. Those that a person removed belong to the incident and stay
 * removed. A window isn't restored if its service has one at that time, nor is a series that already exists.
 */
export async function putBackWindows(tx: TxCtx, { incidentId, importId }: Brought): Promise<void> {
  const seriesIdOf = await putBackSeries(tx, { incidentId, importId });
  const away = await tx.db.impactWindow.findMany({
    where: { importId, removedAt: { not: null } },
    select: { id: true, serviceId: true, fromAt: true, toAt: true, seriesId: true },
  });
  if (away.length === 0) return;
  const there = await tx.db.impactWindow.findMany({
    where: { incidentId, removedAt: null },
    select: { serviceId: true, fromAt: true, toAt: true },
  });
  const back = away.filter((window) => !there.some((one) => overlaps(one, window)));
  for (const [seriesId, windows] of Map.groupBy(back, (one) => one.seriesId)) {
    await tx.db.impactWindow.updateMany({
      where: { id: { in: windows.map(({ id }) => id) } },
      data: {
        removedAt: null,
        seriesId: seriesId === null ? null : (seriesIdOf.get(seriesId) ?? seriesId),
        version: { increment: 1 },
      },
    });
  }
}

const overlaps = (one: Span, other: Span): boolean =>
  one.serviceId === other.serviceId && endsAfter(one, other.fromAt) && endsAfter(other, one.fromAt);

const endsAfter = ({ toAt }: Span, at: Date): boolean => toAt === null || toAt.getTime() > at.getTime();

/** Returns, for each series that isn't restored, the one that replaces it. */
async function putBackSeries(tx: TxCtx, { incidentId, importId }: Brought): Promise<Map<string, string>> {
  const away = await tx.db.attachment.findMany({
    where: { importId, kind: "series", removedAt: { not: null } },
    select: { id: true, title: true, text: true },
  });
  const standing = new Map<string, string>();
  const back: string[] = [];
  for (const { id, title, text } of away) {
    const same = await tx.db.attachment.findFirst({
      where: { incidentId, kind: "series", removedAt: null, title, text },
      select: { id: true },
    });
    if (same) standing.set(id, same.id);
    else back.push(id);
  }
  await tx.db.attachment.updateMany({
    where: { id: { in: back } },
    data: { removedAt: null, version: { increment: 1 } },
  });
  return standing;
}
