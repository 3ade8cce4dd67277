import { cx } from "#components/ui/cx.ts";
import { TextLink } from "#components/ui/link.tsx";
import { HeadCell, Table } from "#components/ui/lists/table.tsx";
import { Note } from "#components/ui/note.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { ComparedRow, ComparedValue } from "#lib/story/compare.ts";
import styles from "./compare.module.css";

type ComparedTableProps = {
  title: string;
  note: string;
  empty: string;
  keys: readonly [string, string];
  rows: readonly ComparedRow[];
  words: (value: ComparedValue) => string;
  difference: (row: ComparedRow) => string;
};

/** Both values of each row and the difference. */
export function ComparedTable({ title, note, empty, keys, rows, words, difference }: ComparedTableProps) {
  const [one, other] = keys;
  return (
    <Section title={title} count={note}>
      {rows.length === 0 ? (
        <Note>{empty}</Note>
      ) : (
        <Table caption={`${title} of ${one} and ${other}`} className={styles.table}>
          <thead>
            <tr>
              <HeadCell>{title}</HeadCell>
              <HeadCell right>{one}</HeadCell>
              <HeadCell right>{other}</HeadCell>
              <HeadCell right>{other} is</HeadCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                <Value value={row.one} words={words(row.one)} incidentKey={one} />
                <Value value={row.other} words={words(row.other)} incidentKey={other} />
                <td className={textStyles.rightAligned}>{difference(row)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}

type ValueProps = { value: ComparedValue; words: string; incidentKey: string };

function Value({ value, words, incidentKey }: ValueProps) {
  if (value.seconds === null) return <td className={cx(textStyles.rightAligned, textStyles.muted)}>{words}</td>;
  return (
    <td className={textStyles.figureCell}>
      {value.eventNumber === null ? (
        words
      ) : (
        <TextLink
          href={`/incidents/${incidentKey}?event=E${value.eventNumber}`}
          aria-label={`${words}, E${value.eventNumber} of ${incidentKey}`}
        >
          {words}
        </TextLink>
      )}
    </td>
  );
}
