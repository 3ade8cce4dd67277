import { HeadCell, Table } from "#components/ui/lists/table.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { ListedIncoming } from "#lib/contract/unassigned.ts";
import styles from "./unassigned-row.module.css";
import { type RowActs, UnassignedRow } from "./unassigned-row.tsx";

type UnassignedTableProps = RowActs & {
  rows: readonly ListedIncoming[];
  picked: ReadonlySet<string>;
  opened: ReadonlySet<string>;
  current: number;
  /** The row with the open choice of incidents, and how often it was opened. */
  choosing: { id: string; times: number };
};

/** Unassigned events, newest first, with why they wait or where they went. */
export function UnassignedTable({ rows, picked, opened, current, choosing, ...acts }: UnassignedTableProps) {
  return (
    <Table caption="Unassigned events" className={styles.incoming}>
      <thead>
        <tr>
          <HeadCell>
            <span className={textStyles.visuallyHidden}>Selected</span>
          </HeadCell>
          <HeadCell>Time</HeadCell>
          <HeadCell>Event</HeadCell>
          <HeadCell className={styles.service}>Service</HeadCell>
          <HeadCell className={styles.source}>Source</HeadCell>
          <HeadCell>
            <span className={textStyles.visuallyHidden}>Actions</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <UnassignedRow
            key={row.id}
            row={row}
            picked={picked.has(row.id)}
            current={index === current}
            open={opened.has(row.id)}
            choosing={choosing.id === row.id ? choosing.times : 0}
            {...acts}
          />
        ))}
      </tbody>
    </Table>
  );
}
