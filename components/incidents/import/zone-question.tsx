"use client";

import { useId } from "react";
import { ZoneField } from "#components/base/time/zone-field.tsx";
import { cityOf } from "#components/incidents/timeline/shown-zone.ts";
import { cx } from "#components/ui/cx.ts";
import { SectionHead } from "#components/ui/section-head.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import { zoneExample } from "./zone-example.ts";

type ZoneQuestionProps = {
  filename: string;
  /** A time as the file states it, for the examples. */
  stated: string | null;
  incident: Incident;
  mine: string | null;
  value: string | null;
  onChange: (zone: string) => void;
};

/** In which zone was this file written? Nothing is chosen for the person. */
export function ZoneQuestion({ filename, stated, incident, mine, value, onChange }: ZoneQuestionProps) {
  const id = useId();
  const offered = [
    { zone: "UTC", why: "What servers and most exports write" },
    { zone: incident.timeZone, why: "The zone of this incident" },
    ...(mine ? [{ zone: mine, why: "Your own zone" }] : []),
  ].filter(({ zone }, at, all) => all.findIndex((one) => one.zone === zone) === at);
  const isOther = value !== null && !offered.some(({ zone }) => zone === value);
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={`In which zone was ${filename} written?`} count="asked, never guessed" />
      <div role="radiogroup" aria-labelledby={id}>
        {offered.map(({ zone, why }) => (
          <label key={zone} className={cx("zq", value === zone && "on")}>
            <input type="radio" name={id} checked={value === zone} onChange={() => onChange(zone)} />
            <span className="zq-n">
              <b>{cityOf(zone)}</b>
              {zone.includes("/") ? <small>{zone}</small> : null}
            </span>
            <span className="num">{zoneExample(stated, zone, incident.startedAt) ?? ""}</span>
            <span className="zq-s">{why}</span>
          </label>
        ))}
        <div className={cx("zq", isOther && "on")}>
          <input
            type="radio"
            name={id}
            checked={isOther}
            disabled={!isOther}
            aria-label="Another zone"
            onChange={() => undefined}
          />
          <span className="zq-n">
            <b>Another zone</b>
            <small>city or offset</small>
          </span>
          <ZoneField label="Another zone" value={isOther ? value : null} atHand={[]} onChange={onChange} />
          <span className="zq-s num">{isOther ? (zoneExample(stated, value, incident.startedAt) ?? "") : ""}</span>
        </div>
      </div>
    </section>
  );
}
