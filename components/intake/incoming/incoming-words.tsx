import { Moment } from "#components/ui/moment.tsx";
import { PropsList } from "#components/ui/props-list.tsx";
import type { ListedIncoming } from "#lib/contract/incoming.ts";
import { readableFields } from "./readable-fields.ts";

/** What a tool told of one event: its text, its labels, when it came, and the incident it can be attached to. */
export function IncomingWords({ row }: { row: ListedIncoming }) {
  const { candidate } = row;
  const guess = candidate ? [{ term: "Can join", value: `${candidate.key} ${candidate.title}` }] : [];
  const ended = row.endAt ? [{ term: "Ended", value: <Moment at={row.endAt} /> }] : [];
  const told = readableFields(row).map(({ term, value, isLink }) => ({
    term,
    value: isLink ? (
      <a className="lnk underline" href={value} rel="noreferrer noopener" target="_blank">
        {value}
      </a>
    ) : (
      <span>{value}</span>
    ),
  }));
  return (
    <PropsList items={[...guess, ...told, ...ended, { term: "Received", value: <Moment at={row.receivedAt} /> }]} />
  );
}
