import { FileSearch } from "lucide-react";
import { foundWords } from "#components/incidents/finding/finding-words.ts";
import type { FindingKind } from "#lib/base/vocabulary/finding.ts";
import type { Preview } from "#lib/contract/import.ts";
import styles from "./found-parts.module.css";

/** Returns the findings of a file in addition to its events, named by kind. */
export const foundKinds = ({ actions, factors, summary, impact }: Preview): FindingKind[] => [
  ...actions.map(() => "action" as const),
  ...factors.map(() => "factor" as const),
  ...(summary === null ? [] : ["summary" as const]),
  ...(impact === null ? [] : ["impact" as const]),
];

/** One line of a preview: the findings of the file, and where they are listed after the import. */
export function FoundParts({ filename, preview }: { filename: string; preview: Preview }) {
  const kinds = foundKinds(preview);
  if (kinds.length === 0) return null;
  return (
    <p className={styles.found}>
      <FileSearch size={14} />
      <span>
        <b>
          Also found in {filename}: {foundWords(kinds)}.
        </b>{" "}
        These aren't events. After the import, accept or dismiss them under “Found in your files” on the incident.
      </span>
    </p>
  );
}
