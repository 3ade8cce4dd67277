"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { reads } from "#components/base/api/client.ts";
import { basisWords, lengthSeconds, spanWords } from "#components/incidents/impact/window-words.ts";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { cx } from "#components/ui/cx.ts";
import { HeadCell, Table } from "#components/ui/lists/table.tsx";
import { FluidSignature } from "#components/ui/marks/fluid-signature.tsx";
import { Note } from "#components/ui/note.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { formatDuration, formatWeighted } from "#lib/base/time/duration.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { weightWords } from "#lib/base/vocabulary/impact.ts";
import type { Impact } from "#lib/contract/impact.ts";
import { sharePercent } from "#lib/incidents/impact/account.ts";
import { BlockFrame, stateOf } from "./block-frame.tsx";
import styles from "./impact-block.module.css";

/** The windows that count, in UTC, and what each service lost of its budget. Read-only, for a review. */
function ImpactTable({ impact, nowMs }: { impact: Impact; nowMs: number }) {
  const windows = impact.windows.filter(({ covered }) => !covered);
  const [first] = windows;
  if (!first) return null;
  const day = clockIn(first.from, "UTC").day;
  return (
    <Table caption="Impact windows" className={styles.windows}>
      <thead>
        <tr>
          <HeadCell>Service</HeadCell>
          <HeadCell>From and to, UTC</HeadCell>
          <HeadCell right>Weight</HeadCell>
          <HeadCell className={textStyles.wideOnly}>Basis</HeadCell>
          <HeadCell right>Weighted</HeadCell>
        </tr>
      </thead>
      <tbody>
        {windows.map((window) => (
          <tr key={window.id}>
            <th scope="row">{window.service.name}</th>
            <td className={textStyles.figure}>
              {spanWords(window, "UTC", day)}, {formatDuration(lengthSeconds(window, nowMs))}
            </td>
            <td className={textStyles.figureCell}>{weightWords(window.weight)}</td>
            <td className={textStyles.wideOnly}>{basisWords(window)}</td>
            <td className={textStyles.figureCell}>{formatWeighted(window.weightedSeconds)}</td>
          </tr>
        ))}
        {impact.services.map(({ service, weightedSeconds, budget }) => (
          <tr key={service.id}>
            <th scope="row" colSpan={3}>
              {service.name} in total
              {budget.spentPercent === null
                ? ""
                : `, ${sharePercent(budget.spentPercent, 1)}% of the ${budget.days}-day budget`}
            </th>
            <td className={textStyles.wideOnly} />
            <td className={cx(textStyles.figureCell, textStyles.emphasis)}>{formatWeighted(weightedSeconds)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The customer impact in words, under the band, then its windows and their total. */
export function ImpactBlock() {
  const { review } = useReviewScope();
  const incident = useQuery(reads.incident.get(review.incident.key));
  const read = useQuery(reads.impact.get(review.incident.key));
  const impact = read.data;
  const { impactText = "", impactUnknown = false, services = [] } = incident.data ?? {};
  const words = impactText.trim() || (impactUnknown ? "The impact is unknown." : "");
  return (
    <BlockFrame
      title="Impact"
      note={services.map((service) => service.name).join(", ")}
      link={{ href: `/incidents/${review.incident.key}/impact`, label: "Open impact" }}
      state={stateOf(incident)}
    >
      {review.incident.band.length > 0 ? (
        <FluidSignature segments={review.incident.band} heightPx={11} label="Impact over time" />
      ) : null}
      {words ? (
        <p className={cx(textStyles.keepsLines, styles.words)}>{words}</p>
      ) : review.abilities.write ? (
        <Note>
          No impact described.{" "}
          <NextLink
            className={cx(textStyles.prominent, textStyles.link)}
            data-prominent
            href={`/incidents/${review.incident.key}/impact`}
          >
            Describe impact, or mark it as unknown
          </NextLink>
        </Note>
      ) : null}
      {impact && impact.windows.length > 0 ? <ImpactTable impact={impact} nowMs={read.dataUpdatedAt} /> : null}
    </BlockFrame>
  );
}
