import { Moment } from "#components/ui/moment.tsx";
import { Note } from "#components/ui/note.tsx";
import { Status } from "#components/ui/status.tsx";
import { HeadCell, Table } from "#components/ui/table.tsx";
import type { Integration } from "#lib/contract/integration.ts";

/** Requests that proved nothing, counted by day and reason; nothing else of them is kept. */
export function Refusals({ refusals }: { refusals: Integration["refusals"] }) {
  if (refusals.length === 0) return <Note>No request was refused.</Note>;
  return (
    <Table caption="Refused requests by day" className="dt">
      <thead>
        <tr>
          <HeadCell>Last one</HeadCell>
          <HeadCell>State</HeadCell>
          <HeadCell>Why</HeadCell>
          <HeadCell right>Requests</HeadCell>
        </tr>
      </thead>
      <tbody>
        {refusals.map(({ day, reason, words, count, lastAt }) => (
          <tr key={`${day} ${reason}`}>
            <td className="num">
              <Moment at={lastAt} />
            </td>
            <td>
              <Status kind="blocked">Refused, 401</Status>
            </td>
            <td className="wh">{words}. Nothing was read.</td>
            <td className="num r">{count}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
