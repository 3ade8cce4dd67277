import { cx } from "#components/ui/cx.ts";
import { Rows } from "#components/ui/lists/rows.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import { placeWords } from "#lib/incidents/import/place-words.ts";
import styles from "./rejects.module.css";

/** The parts of a source that an import couldn't use: place, reason and text. */
export function Rejects({ record }: { record: Pick<ImportRecord, "rejects" | "rejected" | "format"> }) {
  if (record.rejected === 0) return null;
  return (
    <details className={styles.rejects}>
      <summary>{countWords(record.rejected, "row was", "rows were")} not used</summary>
      <Rows>
        {record.rejects.map((reject) => (
          <li key={`${reject.line} ${reject.text}`}>
            <span className={cx(textStyles.muted, textStyles.figure)}>{placeWords(record.format, reject.line)}</span>
            <span>
              {reject.reason}
              {reject.text ? <small className={cx(textStyles.muted, textStyles.code)}> {reject.text}</small> : null}
            </span>
          </li>
        ))}
      </Rows>
    </details>
  );
}
