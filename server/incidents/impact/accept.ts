import { refuse } from "#lib/base/errors.ts";
import type { ImpactWindow, impactContract } from "#lib/contract/impact.ts";
import { proposalKey } from "#lib/incidents/impact/proposal.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { authorizeCurating } from "#server/incidents/timeline/index.ts";
import { loadWindows } from "./impact-row.ts";
import { insertWindows, windowAdded } from "./insert.ts";
import { proposeWindows } from "./propose.ts";

/** Accepts proposals as windows, all or none. One whose facts have changed since it was read is rejected. */
export async function acceptProposals(
  ctx: Ctx,
  input: InputOf<typeof impactContract.accept>,
): Promise<{ windows: ImpactWindow[] }> {
  return transact(ctx, async (tx) => {
    const incident = await authorizeCurating(tx, input.key);
    const proposals = await proposeWindows(tx, incident.id, await loadWindows(tx, incident.id));
    const byKey = new Map(proposals.map((proposal) => [proposalKey(proposal), proposal]));
    const chosen = [...new Set(input.proposals)].map((key) => {
      const proposal = byKey.get(key);
      if (!proposal)
        throw refuse("proposal_gone", "The facts behind this proposal have changed, or it was already accepted");
      return { ...proposal, seriesId: null, proposalKey: key };
    });
    const windows = await insertWindows(tx, incident.id, chosen);
    const added = windows.map((window) => windowAdded(incident.id, window));
    return recordAll(tx, added, () => ({ windows }));
  });
}
