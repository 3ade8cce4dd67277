"use client";

import type { ReactNode } from "react";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { Late } from "#components/ui/labels/late.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { GroupRow, HeadCell, Table } from "#components/ui/lists/table.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { formatMinutes } from "#lib/base/time/duration.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import { daysLate } from "#lib/follow/action-item/lateness.ts";
import { quarterOf, quarterWords } from "#lib/follow/strategic-change/quarter.ts";
import { statusOf } from "../../action-item/options.tsx";
import { ChangeState } from "./change-state.tsx";
import styles from "./condition-trend.module.css";

interface TrendTableProps {
  id: string;
  condition: CanonicalFactor;
}

/** The trend as text: each incident, fix and strategic change with its day and state, even without a day. */
export function TrendTable({ id, condition }: TrendTableProps) {
  const today = useToday();
  const dayOf = useDayOf();
  const dayWords = (day: string | null) => (
    <span className={textStyles.unbroken}>{day === null ? "None" : wordsOfDate(day, today)}</span>
  );
  const daysOf = ({ startsOn, endsOn, dated, deliveredAt }: CanonicalFactor["changes"][number]) => {
    if (deliveredAt) return dayWords(dayOf(deliveredAt));
    if (startsOn === null || endsOn === null) return dayWords(null);
    if (!dated) return quarterWords(quarterOf(endsOn));
    return (
      <>
        {dayWords(startsOn)} to {dayWords(endsOn)}
      </>
    );
  };
  const { fixes, changes } = condition;
  const incidents = condition.incidents.filter((incident) => incident.counted).toReversed();
  return (
    <Table id={id} caption="The trend as a table">
      <thead>
        <tr>
          <HeadCell>Record</HeadCell>
          <HeadCell>Day</HeadCell>
          <HeadCell>State</HeadCell>
          <HeadCell right className={styles.minutes}>
            Weighted minutes
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        <GroupRow label="Incidents" count={incidents.length} span={4} />
        {incidents.map(({ key, title, startedAt, resolvedAt, minutes }) => (
          <Line key={key} href={`/incidents/${key}`} name={`${key} ${title}`} day={dayWords(dayOf(startedAt))}>
            <td>{resolvedAt === null ? "Not resolved" : "Resolved"}</td>
            <td className={textStyles.figureCell}>{minutes === null ? "Unknown" : formatMinutes(minutes)}</td>
          </Line>
        ))}
        {fixes.length > 0 ? <GroupRow label="Fixes" count={fixes.length} span={4} /> : null}
        {fixes.map((fix) => {
          const { kind, words } = statusOf(fix);
          const days = daysLate(fix, today) ?? 0;
          const day = dayWords(fix.verifiedAt ? dayOf(fix.verifiedAt) : fix.dueDate);
          return (
            <Line key={fix.key} href={`/actions/${fix.key}`} name={`${fix.key} ${fix.title}`} day={day}>
              <td colSpan={2}>
                <span className={layoutStyles.wrappingRow}>
                  <Status kind={kind}>{words}</Status>
                  {days > 0 ? <Late daysLate={days} /> : null}
                </span>
              </td>
            </Line>
          );
        })}
        {changes.length > 0 ? <GroupRow label="Strategic changes" count={changes.length} span={4} /> : null}
        {changes.map((change) => {
          const { key, title } = change;
          return (
            <Line key={key} href={`/strategy/${key}`} name={`${key} ${title}`} day={daysOf(change)}>
              <td colSpan={2}>
                <span className={layoutStyles.wrappingRow}>
                  <ChangeState change={change} />
                </span>
              </td>
            </Line>
          );
        })}
      </tbody>
    </Table>
  );
}

/** A row with the name and the day of its record. The other cells are children. */
function Line({ href, name, day, children }: { href: string; name: string; day: ReactNode; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">
        <TextLink href={href}>{name}</TextLink>
      </th>
      <td>{day}</td>
      {children}
    </tr>
  );
}
