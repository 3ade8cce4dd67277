import { invalid } from "#lib/base/errors.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { settlePairs } from "#server/incidents/curate/index.ts";
import type { ImportInput } from "../read/read-input.ts";
import type { SortedPlan } from "./plan-parts.ts";
import { storedEvents } from "./stored-events.ts";

type Pairs = NonNullable<ImportInput["pairs"]>;

/** Pairs that someone marked as one event or two, settled once the rows of the source are written. */
export class AnsweredPairs {
  readonly #pairs: Pairs;
  readonly #wanted: ReadonlySet<number>;
  readonly #written = new Map<number, { format: string; identity: string }>();

  constructor(pairs: Pairs = []) {
    this.#pairs = pairs;
    this.#wanted = new Set(pairs.flatMap(({ row, other }) => ("row" in other ? [row, other.row] : [row])));
  }

  /** Records where the rows of a piece were written. Rows that are left out aren't included. */
  see(plan: readonly SortedPlan[], format: string): void {
    if (this.#pairs.length === 0) return;
    for (const { row, identity } of plan) {
      if (row !== null && this.#wanted.has(row)) this.#written.set(row, { format, identity });
    }
  }

  /**
   * Settles the pairs. A pair with a row that was left out is skipped. Throws `invalid` for an event that the timeline
   * doesn't have.
   */
  async settle(tx: TxCtx, incidentId: string): Promise<void> {
    const ofRow = await this.#idsOfRows(tx, incidentId);
    const ofEvent = await this.#idsOfEvents(tx, incidentId);
    const settled = this.#pairs.flatMap(({ row, other, same }) => {
      const one = ofRow.get(row);
      const two = "row" in other ? ofRow.get(other.row) : ofEvent.get(other.event);
      return one && two && one !== two ? [{ ids: [one, two] as const, same }] : [];
    });
    await settlePairs(tx, incidentId, settled);
  }

  async #idsOfRows(tx: TxCtx, incidentId: string): Promise<Map<number, string>> {
    const ids = new Map<number, string>();
    for (const [format, rows] of Map.groupBy(this.#written, ([, { format }]) => format)) {
      const identities = rows.map(([, { identity }]) => identity);
      const stored = await storedEvents(tx, incidentId, format, identities);
      for (const [row, { identity }] of rows) {
        const event = stored.get(identity);
        if (event) ids.set(row, event.id);
      }
    }
    return ids;
  }

  async #idsOfEvents(tx: TxCtx, incidentId: string): Promise<Map<number, string>> {
    const numbers = this.#pairs.flatMap(({ other }) => ("event" in other ? [other.event] : []));
    const events = await tx.db.timelineEvent.findMany({
      where: { incidentId, number: { in: numbers }, removedAt: null },
      select: { id: true, number: true },
    });
    const ids = new Map(events.map(({ id, number }) => [number, id]));
    const missing = numbers.find((number) => !ids.has(number));
    if (missing !== undefined)
      throw invalid("pairs", `The timeline has no E${missing}. Preview the file again and repeat your answers.`);
    return ids;
  }
}
