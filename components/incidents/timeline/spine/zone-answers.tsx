"use client";

import type { ImportRecord } from "#lib/contract/import.ts";
import { useTakeBackZone } from "./use-answer-zone.ts";

/** In which zones a person said that the times of an import were written, each with its way back. */
export function ZoneAnswers({ record, mayEdit }: { record: ImportRecord; mayEdit: boolean }) {
  const takeBack = useTakeBackZone();
  return record.zoneAnswers.map(({ id, zone, by }) => (
    <span key={id} className="small t2 block">
      Read as {zone}
      {by === null ? "" : `, ${by}`}{" "}
      {mayEdit ? (
        <button
          type="button"
          className="lnk"
          disabled={takeBack.isPending}
          aria-label={`Ask again in which zone ${record.filename} was written`}
          onClick={() => takeBack.mutate(id)}
        >
          Take back
        </button>
      ) : null}
    </span>
  ));
}
