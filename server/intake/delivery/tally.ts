import type { DeliveryState } from "#lib/base/vocabulary/integration.ts";
import { noOutcome, type Outcome } from "#lib/intake/delivery/outcome.ts";
import type { ReadDelivery } from "./read-delivery.ts";

const MOST_REASONS = 20;

/**
 * Returns the state of a delivery. Waiting takes precedence, because it needs a person. A delivery with nothing
 * readable (`isTold` is false) has failed.
 */
export function stateOf({ created, known, unassigned, rejected }: Outcome, isTold: boolean): DeliveryState {
  if (unassigned > 0) return "unassigned";
  if (created + known > 0) return "taken";
  return !isTold && rejected > 0 ? "failed" : "ignored";
}

/** Counts the results of one delivery while it is routed. */
export class Tally {
  readonly outcome: Outcome;
  readonly #isTold: boolean;

  constructor(read: ReadDelivery) {
    this.outcome = { ...noOutcome(), title: read.facts[0]?.event.title ?? null, rejected: read.rejected.length };
    this.#isTold = read.facts.length > 0;
    for (const reason of read.rejected.length > 0 || this.#isTold ? read.rejected : read.context) this.say(reason);
    for (const reason of read.leftOut) this.say(reason);
  }

  say(reason: string): void {
    const { reasons } = this.outcome;
    if (reason !== "" && reasons.length < MOST_REASONS && !reasons.includes(reason)) reasons.push(reason);
  }

  joined(incidentKey: string): void {
    if (!this.outcome.incidents.includes(incidentKey)) this.outcome.incidents.push(incidentKey);
  }

  waits(serviceName: string, reason: string): void {
    this.outcome.unassigned += 1;
    if (!this.outcome.inboxes.includes(serviceName)) this.outcome.inboxes.push(serviceName);
    this.say(reason);
  }

  get state(): DeliveryState {
    return stateOf(this.outcome, this.#isTold);
  }

  get error(): string | null {
    return this.state === "failed" ? `Couldn't read any of it:  ${this.outcome.reasons[0] ?? "no reason"}` : null;
  }
}
