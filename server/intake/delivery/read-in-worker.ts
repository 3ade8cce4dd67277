import { AppError } from "#lib/base/errors.ts";
import { workers } from "#server/base/worker/index.ts";
import { hookRules } from "#server/intake/webhook/index.ts";
import type { ClaimedDelivery } from "./claim.ts";
import { READ_DELIVERY, type ReadDelivery, readDelivery as readHere } from "./read-delivery.ts";

/** A body up to this size is read within milliseconds. */
const SMALL_BYTES = 128 * 1024;

/** Reads a delivery, a large one in a worker thread. Never throws: what can't be read is rejected with its reason. */
export async function readDelivery({ source, contentType, body, receivedAt }: ClaimedDelivery): Promise<ReadDelivery> {
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
