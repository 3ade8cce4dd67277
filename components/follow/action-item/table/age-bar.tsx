"use client";

import { useQuery } from "@tanstack/react-query";
import type { CSSProperties } from "react";
import { reads } from "#components/base/api/client.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { BANDS, type Band } from "#lib/follow/action-item/query/query.ts";
import styles from "./age-bar.module.css";

const WORDS: Record<Band, string> = {
  onTime: "on time",
  d1to7: "1 to 7 d",
  d8to30: "8 to 30 d",
  d31to90: "31 to 90 d",
  over90: "over 90",
};

/** Open actions by days late. Each part filters the list, and pressing it again removes the filter. */
export function AgeBar({ band, onBand }: { band: Band | null; onBand: (band: Band | null) => void }) {
  const today = useToday();
  const counts = useQuery(reads.actionItem.counts(today)).data;
  if (counts?.open === 0) return null;
  if (!counts) return <div className={styles.ages} aria-hidden="true" />;
  const columns = BANDS.map((one) => `minmax(84px, ${Math.max(1, counts.age[one])}fr)`).join(" ");
  return (
    <fieldset
      className={styles.ages}
      aria-label={`${counts.open} open actions by days late`}
      style={{ "--cols": columns } as CSSProperties}
    >
      {BANDS.map((one, at) => (
        <button
          key={one}
          type="button"
          aria-pressed={band === one}
          style={{ "--c": `var(--age-${at})` } as CSSProperties}
          onClick={() => onBand(band === one ? null : one)}
        >
          <b>{counts.age[one]}</b>
          <span>
            {WORDS[one]}
            {one === "onTime" && counts.age.noDate > 0 ? `, ${counts.age.noDate} without a date` : null}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
