import { countWords } from "#lib/base/text/sentence.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import { placeWords } from "#lib/incidents/timeline/place-words.ts";

/** What an import could not use: where it stands, why, and its words. */
export function Rejects({ record }: { record: Pick<ImportRecord, "rejects" | "rejected" | "format"> }) {
  if (record.rejected === 0) return null;
  return (
    <details className="rej">
      <summary>{countWords(record.rejected, "row was", "rows were")} not used</summary>
      <ul className="rows">
        {record.rejects.map((reject) => (
          <li key={`${reject.line} ${reject.text}`}>
            <span className="muted num">{placeWords(record.format, reject.line)}</span>
            <span>
              {reject.reason}
              {reject.text ? <small className="muted mono"> {reject.text}</small> : null}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
