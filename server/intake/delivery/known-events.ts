import type { Prisma } from "#generated/prisma/client.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import type { Fact } from "./read-delivery.ts";

const SELECT = {
  id: true,
  identity: true,
  state: true,
  event: true,
  settledById: true,
  deliveryId: true,
  serviceId: true,
  timelineEvent: { select: { incidentId: true } },
} satisfies Prisma.IncomingEventSelect;

export type KnownIncoming = Prisma.IncomingEventGetPayload<{ select: typeof SELECT }>;

/** Identifies a fact of one integration, whichever importer read it. */
export const incomingIdentity = ({ format, identity }: Pick<Fact, "format" | "identity">) => `${format} ${identity}`;

/** Returns earlier events of the integration, by identity. */
export async function loadKnown(
  tx: TxCtx,
  integrationId: string,
  facts: readonly Fact[],
): Promise<Map<string, KnownIncoming>> {
  const rows = await tx.db.incomingEvent.findMany({
    where: { integrationId, identity: { in: [...new Set(facts.map(incomingIdentity))] } },
    select: SELECT,
  });
  return new Map(rows.map((row) => [row.identity, row]));
}

/**
 * Returns the incidents whose timeline already contains the fact, from a file or another integration. Of several, the
 * latest.
 */
export async function loadHomes(
  tx: TxCtx,
  incidentIds: string[],
  facts: readonly Fact[],
): Promise<Map<string, string>> {
  const byFormat = Map.groupBy(facts, ({ format }) => format);
  const homes = new Map<string, string>();
  for (const [format, group] of byFormat) {
    const rows = await tx.db.timelineEvent.findMany({
      where: {
        incidentId: { in: incidentIds },
        sourceType: format,
        identity: { in: [...new Set(group.map(({ identity }) => identity))] },
        removedAt: null,
      },
      select: { identity: true, incidentId: true },
      orderBy: { createdAt: "asc" },
    });
    for (const { identity, incidentId } of rows) homes.set(incomingIdentity({ format, identity }), incidentId);
  }
  return homes;
}
