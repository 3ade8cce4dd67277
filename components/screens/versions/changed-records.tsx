import { useToday } from "#components/people/me/use-today.ts";
import textStyles from "#components/ui/roles/text.module.css";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { LIVE_BLOCK_WORDS } from "#lib/base/vocabulary/review.ts";
import type { VersionDiff } from "#lib/contract/version.ts";
import type { RecordDiff } from "#lib/reviews/version/changes.ts";
import { TEXT_ROW, wordsOfCell } from "#lib/reviews/version/frozen-rows.ts";
import styles from "./changed-records.module.css";

/** Live blocks whose records changed, compared as data. They are changed where they are recorded, not from here. */
export function ChangedRecords({ diff: { from, to, records } }: { diff: VersionDiff }) {
  if (records.length === 0) return null;
  return (
    <div className={styles.records}>
      {records.map(({ kind, rows }) => (
        <section key={kind} aria-label={LIVE_BLOCK_WORDS[kind]}>
          <p className={styles.title}>
            <b>{LIVE_BLOCK_WORDS[kind]}</b> live block, compared as data
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col">Record</th>
                <th scope="col">v{from}</th>
                <th scope="col">{to === null ? "Now" : `v${to}`}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <RecordRow key={row.key} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <p className={styles.note}>Restoring doesn't change records.</p>
    </div>
  );
}

const wholeOf = (cells: RecordDiff["rows"][number]["cells"], side: "before" | "after", today: LocalDate) =>
  cells
    .map((cell) => wordsOfCell(cell[side], today))
    .filter(Boolean)
    .join("\n");

function RecordRow({ row: { key, op, cells } }: { row: RecordDiff["rows"][number] }) {
  const today = useToday();
  const isText = key === TEXT_ROW;
  const name = isText ? "In words" : cells[0]?.after || cells[0]?.before || "";
  const values = isText ? cells : cells.slice(1);
  if (op === "moved")
    return (
      <tr>
        <td>{name}</td>
        <td />
        <td>Moved</td>
      </tr>
    );
  if (op !== "changed")
    return (
      <tr>
        <td>{name}</td>
        <td>{op === "removed" ? <del>{wholeOf(values, "before", today) || name}</del> : "None"}</td>
        <td>{op === "added" ? <ins>{wholeOf(values, "after", today) || name}</ins> : "Removed"}</td>
      </tr>
    );
  return cells
    .filter(({ before, after }) => before !== after)
    .map(({ column, before, after }) => (
      <tr key={column}>
        <td>
          {name} {isText ? null : <span className={textStyles.muted}>{column}</span>}
        </td>
        <td>{wordsOfCell(before, today) || "Not set"}</td>
        <td>
          <ins>{wordsOfCell(after, today) || "Not set"}</ins>
        </td>
      </tr>
    ));
}
