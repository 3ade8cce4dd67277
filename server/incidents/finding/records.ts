import type { ActionItem, actionItemContract } from "#lib/contract/action-item.ts";
import type { Factor, factorContract } from "#lib/contract/factor.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";

/**
 * Creates the records of findings. This area doesn't know actions or factors, so the caller provides their functions.
 */
export interface FindingRecords {
  createAction(tx: TxCtx, input: InputOf<typeof actionItemContract.create>): Promise<Pick<ActionItem, "key">>;
  createFactor(tx: TxCtx, input: InputOf<typeof factorContract.create>): Promise<Pick<Factor, "id">>;
  /** Archives the action. Returns false and changes nothing if someone worked on it since it was created. */
  removeAction(tx: TxCtx, key: string): Promise<boolean>;
  /** The same for a factor. */
  removeFactor(tx: TxCtx, id: string): Promise<boolean>;
  /** Returns keys of the incident's actions that the actor can read, by title. */
  actionsByTitle(ctx: Ctx, incidentId: string, titles: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
