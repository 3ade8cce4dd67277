"use client";

import NextLink from "next/link";
import { HeadCell, Row, Table } from "#components/ui/lists/table.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Monday } from "#lib/contract/monday.ts";
import { EMPTY_QUERY, printQuery } from "#lib/follow/action-item/query/query.ts";
import styles from "./late-table.module.css";

type TeamRow = Monday["teams"][number];

const COLUMNS = [
  { name: "d1to7", label: "1 to 7 d" },
  { name: "d8to30", label: "8 to 30 d" },
  { name: "d31to90", label: "31 to 90 d" },
  { name: "over90", label: "Over 90 d" },
  { name: "late", label: "Late" },
  { name: "open", label: "Open" },
] as const;
type Column = (typeof COLUMNS)[number]["name"];

/** Returns the address of the Actions page with the open actions of a team or of all, within days late. */
export function lateHref(column: Column, teamId?: string | null): string {
  const team = teamId === undefined ? [] : [teamId ?? "none"];
  const lateness = column === "late" ? { view: column } : { band: column === "open" ? null : column };
  const query = printQuery({ ...EMPTY_QUERY, ...lateness, team });
  // Without a view, the page opens the reader's default one.
  return `/actions?${query || "view=open"}`;
}

/** The open actions by team and days late. Each count opens its rows in Actions. */
export function LateTable({ teams }: { teams: readonly TeamRow[] }) {
  const sum = (name: Column) => teams.reduce((total, row) => total + row[name], 0);
  return (
    <Section id="late" title="Late, by team and days" count={`${sum("late")} of ${sum("open")} open`}>
      {teams.length === 0 ? <p className={textStyles.muted}>No open actions.</p> : null}
      {teams.length > 0 ? (
        <Table caption="Late actions by team" className={styles.counts}>
          <thead>
            <tr>
              <HeadCell>Team</HeadCell>
              {COLUMNS.map(({ name, label }) => (
                <HeadCell key={name} right>
                  {isDetail(name) ? <span className={styles.band} data-band={name} aria-hidden="true" /> : null}
                  {label}
                </HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {teams.map((row) => (
              <Counts
                key={row.team?.id ?? "none"}
                name={row.team?.name ?? "No team"}
                teamId={row.team?.id ?? null}
                countOf={(name) => row[name]}
              />
            ))}
            {teams.length > 1 ? <Counts name="All" teamId={undefined} countOf={sum} /> : null}
          </tbody>
        </Table>
      ) : null}
    </Section>
  );
}

const isDetail = (name: Column) => name !== "late" && name !== "open";

interface CountsProps {
  name: string;
  /** Undefined for all teams, null for the actions without one. */
  teamId: string | null | undefined;
  countOf: (column: Column) => number;
}

function Counts({ name, teamId, countOf }: CountsProps) {
  return (
    <Row>
      <th scope="row">{name}</th>
      {COLUMNS.map(({ name: column, label }) => (
        <td key={column} className={textStyles.figureCell}>
          {countOf(column) === 0 ? (
            <span className={textStyles.muted}>0</span>
          ) : (
            <NextLink
              className={textStyles.link}
              href={lateHref(column, teamId)}
              aria-label={`${countOf(column)}, ${name}, ${label}`}
            >
              {countOf(column)}
            </NextLink>
          )}
        </td>
      ))}
    </Row>
  );
}
