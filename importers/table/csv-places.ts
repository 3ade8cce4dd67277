import type { ParseOptions } from "#importers/base/importer.ts";
import { matchDate } from "#importers/lex/dates.ts";
import { resolveDay, SlashDates } from "#importers/lex/day-number.ts";
import type { ZoneToken } from "#importers/lex/zone-token.ts";
import type { BaseDay } from "#importers/notes/days/base-day.ts";
import { Direction } from "#importers/notes/days/day-order.ts";
import { fileDay } from "#importers/notes/days/file-day.ts";
import { HalfDays } from "#importers/notes/days/half-day.ts";
import { DayRunner } from "#importers/notes/days/running-day.ts";
import { resolveWhen, type When } from "#importers/notes/days/when.ts";
import { NO_YEARS } from "#importers/notes/days/years.ts";
import type { Entry } from "#importers/notes/lines/entry.ts";
import type { ReadRow } from "./row-reader.ts";

/**
 * The facts that the rows of a table give about each other's times. It first sees every row in order, then resolves
 * them.
 */
export class CsvPlaces {
  readonly #halfDays = new HalfDays();
  readonly #slashes = new SlashDates();
  readonly #direction = new Direction();
  readonly #base: BaseDay;
  readonly #given: string | null;
  readonly #stated: ZoneToken | null;

  /** `stated` is the time zone of the header. */
  constructor(filename: string, { date, zone }: ParseOptions, stated: ZoneToken | null) {
    const given = date === undefined ? null : matchDate(date.trim(), 0);
    const day = given?.kind === "day" ? resolveDay(given.day, null) : null;
    const named = fileDay(filename);
    this.#base = { day: named ?? day, firm: false, given: named === null && day !== null };
    this.#given = zone ?? null;
    this.#stated = stated;
  }

  see(entry: Entry): void {
    this.#halfDays.see(entry);
    this.#direction.see({ kind: "entry", entry });
    if (entry.stamp.date) this.#slashes.see(entry.stamp.date.written);
  }

  /** Returns whether the time of a row is known without the other rows. */
  tells({ entry }: ReadRow): boolean {
    if (!entry) return true;
    const { date, end } = entry.stamp;
    const isDated = date?.kind === "day" && date.day.year !== null;
    return isDated && this.#halfDays.isSettled && (!end?.date || end.date.kind === "day");
  }

  /** Says when each row was; to be asked row by row, in their order. */
  resolver(): (row: ReadRow) => When {
    const base = this.#base;
    const rules = { base, anchor: base.day, order: this.#slashes.order(), years: NO_YEARS };
    const runner = new DayRunner(rules, this.#direction.isBackwards());
    return ({ entry, epoch }) => {
      if (!entry) return whenOfEpoch(epoch);
      this.#halfDays.mark(entry);
      runner.place(entry);
      return resolveWhen(entry, { stated: this.#stated, given: this.#given });
    };
  }
}

function whenOfEpoch(epoch: ReadRow["epoch"]): When {
  const { at = null, endAt = null } = epoch ?? {};
  return { at, endAt, precision: "exact", uncertaintySeconds: null, zone: "UTC", ambiguity: null };
}
