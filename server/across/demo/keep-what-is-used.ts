import type { TxCtx } from "#server/base/kernel/transaction.ts";

/** Demo teams and services that people's own records rest on stay, and belong to the people from now on. */
export async function keepWhatIsUsed(tx: TxCtx): Promise<void> {
  const theirs = { demo: false };
  await tx.db.service.updateMany({
    where: {
      demo: true,
      OR: [
        { incidents: { some: { incident: theirs } } },
        { integrations: { some: theirs } },
        { rules: { some: { integration: theirs } } },
      ],
    },
    data: { demo: false },
  });
  await tx.db.team.updateMany({
    where: {
      demo: true,
      OR: [
        { members: { some: { user: theirs } } },
        { services: { some: theirs } },
        { actions: { some: theirs } },
        { changes: { some: theirs } },
        { grants: { some: { incident: theirs } } },
      ],
    },
    data: { demo: false },
  });
  // A parent stays with its team.
  for (let kept = 1; kept > 0; ) {
    const above = { demo: true, children: { some: theirs } };
    ({ count: kept } = await tx.db.team.updateMany({ where: above, data: { demo: false } }));
  }
}
