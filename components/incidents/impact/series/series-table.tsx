"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { HeadCell, Table } from "#components/ui/lists/table.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { SeriesPoint } from "#lib/incidents/impact/series/series.ts";
import { ratioOf } from "#lib/incidents/impact/series/series-samples.ts";
import { clockWords } from "../window-words.ts";
import styles from "./series-table.module.css";

const FIRST = 200;
const LEAST_SCROLLED = 8;
const grouped = new Intl.NumberFormat("en");
const countWords = (count: number | null) => (count === null ? "" : grouped.format(count));

/** The points of a series as figures. Long ones are shown in parts. */
export function SeriesTable({ points, zone }: { points: readonly SeriesPoint[]; zone: string }) {
  const [shown, setShown] = useState(FIRST);
  return (
    // A scrolling area must be reachable and scrollable by keyboard.
    <section
      className={styles.points}
      aria-label="Points of the series"
      {...(points.length > LEAST_SCROLLED ? { tabIndex: 0 } : {})}
    >
      <Table caption="Points of the series">
        <thead>
          <tr>
            <HeadCell>Time, {zone}</HeadCell>
            <HeadCell right>Failed</HeadCell>
            <HeadCell right>All</HeadCell>
            <HeadCell right>Share</HeadCell>
          </tr>
        </thead>
        <tbody>
          {points.slice(0, shown).map((point) => {
            const share = ratioOf(point);
            return (
              <tr key={point.at}>
                <td className={textStyles.figure}>{clockWords(point.at, zone)}</td>
                <td className={textStyles.figureCell}>{countWords(point.errors)}</td>
                <td className={textStyles.figureCell}>{countWords(point.total)}</td>
                <td className={textStyles.figureCell}>{share === null ? "Unknown" : `${(share * 100).toFixed(1)}%`}</td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      {points.length > shown ? (
        <Button kind="ghost" onClick={() => setShown(shown + 5 * FIRST)}>
          Show more of {grouped.format(points.length)}
        </Button>
      ) : null}
    </section>
  );
}
