import type { ArchivedFile } from "#importers/index.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { recordFindings } from "#server/incidents/finding/index.ts";
import { settleSpan, splitIncident } from "#server/incidents/incident/index.ts";
import type { Apart } from "../plan/answers.ts";
import type { SortedPlan } from "../plan/plan-parts.ts";
import { placeOf, type SortedFindings } from "../plan/sort-findings.ts";
import { hintBase } from "./hint-base.ts";
import { writePart } from "./write-plan.ts";

/** The import that parts are split from. */
interface SplitFrom {
  id: string;
  incidentId: string;
  filename: string;
  format: string;
  label: string;
  letter: string;
  zone: string | null;
  contentHash: string;
  startedAt: Date;
}

interface Split {
  key: string;
  incidentId: string;
  importId: string;
  nextNumber: number;
  nextHint: number;
  created: number;
  ambiguous: number;
}

/** Creates the new incidents from parts of a source while it is imported. Each has its own import. */
export class Splits {
  readonly #tx: TxCtx;
  readonly #from: SplitFrom;
  readonly #splits = new Map<string, Split>();

  constructor(tx: TxCtx, from: SplitFrom) {
    this.#tx = tx;
    this.#from = from;
  }

  /** Writes the events of a piece that go into new incidents. */
  async write(plan: readonly SortedPlan[], file: ArchivedFile | undefined): Promise<void> {
    const apart = plan.filter(({ goes, state }) => typeof goes !== "string" && state !== "known");
    for (const [place, events] of Map.groupBy(apart, ({ goes }) => placeOf(goes))) {
      const goes = events[0]?.goes;
      if (goes === undefined || typeof goes === "string") continue;
      const split = this.#splits.get(place) ?? (await this.#open(goes, events));
      const { incidentId, importId, nextNumber: firstNumber, nextHint: hint } = split;
      const { format, letter } = file ?? this.#from;
      split.nextNumber += await writePart(this.#tx, events, {
        incidentId,
        importId,
        format,
        letter,
        firstNumber,
        hint,
      });
      split.nextHint += events.length;
      split.created += events.length;
      split.ambiguous += events.filter(({ state }) => state === "ambiguous").length;
    }
  }

  async #open(apart: Apart, events: readonly SortedPlan[]): Promise<Split> {
    const tx = this.#tx;
    const { id: splitFromId, incidentId: fromId, letter: _, startedAt, ...source } = this.#from;
    const first = events.flatMap(({ event }) => event.at ?? []).sort()[0];
    const incident = await splitIncident(tx, {
      fromId,
      title: apart.title,
      startedAt: first === undefined ? startedAt : new Date(first),
    });
    const id = tx.newId();
    const made = { createdById: actorId(tx.actor), createdAt: tx.now() };
    await tx.db.import.create({
      data: { id, incidentId: incident.id, splitFromId, splitKey: apart.key, ...source, ...made },
    });
    const place = { incidentId: incident.id, importId: id };
    const split: Split = {
      ...place,
      key: incidentKeyOf(incident.number),
      nextNumber: 1,
      nextHint: await hintBase(tx, place),
      created: 0,
      ambiguous: 0,
    };
    this.#splits.set(apart.key, split);
    return split;
  }

  /** Returns what the audit entry of the whole import says about them. */
  audited(): { splitInto?: string[] } {
    return this.#splits.size === 0 ? {} : { splitInto: [...this.#splits.values()].map(({ key }) => key) };
  }

  /** Adds to each new incident what the source contains in addition to its events, and settles it. */
  async finish(findings: SortedFindings): Promise<void> {
    const tx = this.#tx;
    for (const [place, { incidentId, importId, created, ambiguous }] of this.#splits) {
      const found = await recordFindings(tx, { incidentId, importId }, findings(place));
      await tx.db.import.update({ where: { id: importId }, data: { created, ambiguous } });
      await settleSpan(tx, incidentId);
      await record(tx, {
        action: "import.created",
        id: importId,
        incidentId,
        after: { filename: this.#from.filename, created, ambiguous, found, splitFrom: this.#from.id },
      });
    }
  }
}
