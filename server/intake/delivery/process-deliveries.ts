import { AppError } from "#lib/base/errors.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { tellScreens } from "#server/base/kernel/outbox.ts";
import { recordAll, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { workers } from "#server/base/worker/index.ts";
import { confirmSubscription, type FetchText, hookRules, isConfirmation } from "#server/intake/webhook/index.ts";
import { type ClaimedDelivery, claimDeliveries } from "./claim.ts";
import { joinedChanges } from "./joined-changes.ts";
import { lockRouting } from "./lock.ts";
import type { ReadDelivery } from "./read-delivery.ts";
import { READ_DELIVERY, readDelivery as readHere } from "./read-delivery.ts";
import { type ReadyDelivery, type TakenDelivery, takeDeliveries } from "./take-deliveries.ts";

/** A body up to this size is read within milliseconds. */
const SMALL_BYTES = 128 * 1024;

/** Reads a delivery, a large one in a worker thread. Never throws: what can't be read is rejected with its reason. */
async function readDelivery({ source, contentType, body, receivedAt }: ClaimedDelivery): Promise<ReadDelivery> {
  const importers = hookRules(source)?.importers ?? [];
  const delivery = { source, importers, contentType, body: new Uint8Array(body), receivedAt };
  if (body.length <= SMALL_BYTES) return readHere(delivery);
  const all: ReadDelivery = { facts: [], rejected: [], context: [], leftOut: [] };
  try {
    for await (const piece of workers().run(READ_DELIVERY, delivery, { owner: "deliveries" })) {
      for (const fact of piece.facts) all.facts.push(fact);
      all.rejected.push(...piece.rejected);
      all.context.push(...piece.context);
      all.leftOut.push(...piece.leftOut);
    }
    return all;
  } catch (error) {
    // A tool sends a delivery only once, so it is read here if no worker is free.
    if (!(error instanceof AppError) || error.code === "rate_limited" || error.code === "unavailable")
      return readHere(delivery);
    return { facts: [], rejected: [error.message], context: [], leftOut: [] };
  }
}

export interface ProcessOptions {
  /** Only these, in any state. Without it, all pending ones. */
  ids?: readonly string[];
  fetchText?: FetchText;
}

/**
 * Processes pending deliveries: as many as fit into one transaction, and one by one if that fails, so a bad one never
 * delays the others. Returns how many it settled or marked as failed. 0 if nothing is pending. Safe in parallel.
 */
export async function processDeliveries(ctx: Ctx, { ids, fetchText }: ProcessOptions = {}): Promise<number> {
  authorizeGlobally(ctx, "integration.manage");
  const claimed: string[] = [];
  const run = (only: readonly string[] | null) =>
    transact(ctx, async (tx) => {
      const deliveries = await claimDeliveries(tx, only, ids !== undefined);
      if (only === null || claimed.length === 0) claimed.push(...deliveries.map(({ id }) => id));
      if (deliveries.length === 0) return unrecorded("nothing waits", () => 0);
      return recordAll(tx, await takeAll(tx, deliveries, fetchText), () => deliveries.length);
    });
  try {
    return await run(ids ?? null);
  } catch (error) {
    if (claimed.length === 0) throw error;
    ctx.log.warn({ err: error, deliveries: claimed.length }, "deliveries are processed one by one");
  }
  for (const id of [...claimed]) await run([id]).catch((error: unknown) => markFailed(ctx, id, error));
  return claimed.length;
}

/** Returns what to record. For events that only wait, their delivery is record enough. */
async function takeAll(tx: TxCtx, deliveries: readonly ClaimedDelivery[], fetchText?: FetchText): Promise<Change[]> {
  const ready: ReadyDelivery[] = [];
  for (const delivery of deliveries) ready.push({ delivery, read: await readOne(delivery, fetchText) });
  await lockRouting(tx);
  const byIntegration = Map.groupBy(ready, ({ delivery }) => delivery.integrationId);
  const integrations = await tx.db.integration.findMany({
    where: { id: { in: [...byIntegration.keys()] } },
    select: { id: true, name: true, serviceId: true },
  });
  const taken: TakenDelivery[] = [];
  const changes: Change[] = [];
  for (const integration of integrations) {
    const mine = await takeDeliveries(tx, integration, byIntegration.get(integration.id) ?? []);
    taken.push(...mine.taken);
    changes.push(...joinedChanges(integration, mine.placed));
    await tellScreens(tx, { noun: "integration", id: integration.id, incidentId: null }, "each delivery records it");
  }
  await settle(tx, taken);
  return changes;
}

/** A confirmation contains links and a signature. */
const MOST_CONFIRMATION_BYTES = 64 * 1024;

async function readOne(delivery: ClaimedDelivery, fetchText?: FetchText): Promise<ReadDelivery> {
  const isSmall = delivery.body.length <= MOST_CONFIRMATION_BYTES;
  const confirmation = delivery.source === "aws" && isSmall ? jsonOf(delivery.body) : null;
  if (!isConfirmation(confirmation)) return readDelivery(delivery);
  return { facts: [], rejected: [], context: [await confirmSubscription(confirmation, fetchText)], leftOut: [] };
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return null;
  }
}

async function settle(tx: TxCtx, taken: readonly TakenDelivery[]): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE delivery d
       SET state = t.state::delivery_state, outcome = t.outcome, error = t.error, attempts = d.attempts + 1, processed_at = ${tx.now()}
      FROM jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) AS t(id uuid, state text, outcome jsonb, error text)
     WHERE d.id = t.id`;
}

/** Tried again later, with growing pauses. "Process again" does it at once. */
async function markFailed(ctx: Ctx, id: string, error: unknown): Promise<void> {
  ctx.log.warn({ err: error, deliveryId: id }, "a delivery could not be processed");
  const message = `Couldn't process the delivery: ${error instanceof Error ? error.message : String(error)}`.slice(
    0,
    500,
  );
  authorizeGlobally(ctx, "integration.manage");
  await transact(ctx, async (tx) => {
    const { integrationId } = await tx.db.delivery.update({
      where: { id },
      data: { state: "failed", error: message, attempts: { increment: 1 }, processedAt: null },
      select: { integrationId: true },
    });
    const why = "the delivery records it";
    await tellScreens(tx, { noun: "integration", id: integrationId, incidentId: null }, why);
    return unrecorded(why);
  });
}
