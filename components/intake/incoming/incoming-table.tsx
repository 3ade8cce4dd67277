import NextLink from "next/link";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { SourceLetter } from "#components/ui/source-letter.tsx";
import { HeadCell, Row, Table } from "#components/ui/table.tsx";
import type { IncomingEvent } from "#lib/contract/incoming.ts";

type IncomingTableProps = {
  rows: readonly IncomingEvent[];
  picked: ReadonlySet<string>;
  current: number;
  onToggle: (id: string) => void;
};

/** Events that came in, newest first, with why they wait or where they went. */
export function IncomingTable({ rows, picked, current, onToggle }: IncomingTableProps) {
  return (
    <Table caption="Events that came in" className="it inc">
      <thead>
        <tr>
          <HeadCell>
            <span className="vh">Picked</span>
          </HeadCell>
          <HeadCell>When</HeadCell>
          <HeadCell>Event</HeadCell>
          <HeadCell className="svc">Service</HeadCell>
          <HeadCell className="from">From</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Row key={row.id} selected={picked.has(row.id)} current={index === current}>
            <td className="id">
              {row.state === "waiting" ? (
                <Checkbox
                  aria-label={`Pick ${row.title}`}
                  checked={picked.has(row.id)}
                  onChange={() => onToggle(row.id)}
                />
              ) : null}
            </td>
            <td className="nowrap">
              <Moment at={row.at ?? row.receivedAt} />
            </td>
            <th scope="row" className="ti">
              <div>
                <EventGlyph shape={row.shape} /> {row.title}
              </div>
              <small className="muted">
                {row.reason}
                {row.incidentKey ? (
                  <>
                    {" "}
                    <NextLink
                      className="lnk underline"
                      href={`/incidents/${row.incidentKey}${row.eventNumber ? `?event=E${row.eventNumber}` : ""}`}
                    >
                      {row.incidentKey}
                    </NextLink>
                  </>
                ) : null}
              </small>
            </th>
            <td className="svc">{row.service?.name ?? "No service"}</td>
            <td className="from">
              <SourceLetter letter={row.integration.letter} name={row.integration.label} /> {row.integration.name}
            </td>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
