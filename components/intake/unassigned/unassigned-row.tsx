import NextLink from "next/link";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { SourceLetter } from "#components/ui/labels/source-letter.tsx";
import { PropsList } from "#components/ui/lists/props-list.tsx";
import { Row } from "#components/ui/lists/table.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { ListedIncoming } from "#lib/contract/unassigned.ts";
import { ChooseIncident } from "./choose-incident.tsx";
import { readableFields } from "./readable-fields.ts";
import styles from "./unassigned-row.module.css";

export interface RowActs {
  onToggle: (id: string) => void;
  onOpen: (id: string) => void;
  onAttach: (key: string, row: ListedIncoming) => void;
  onDismiss: (row: ListedIncoming) => void;
}

type UnassignedRowProps = RowActs & {
  row: ListedIncoming;
  picked: boolean;
  current: boolean;
  open: boolean;
  /** Opens the choice of incidents, for a key. A new number opens it again. */
  choosing: number;
};

/**
 * One incoming event, where it could go and what can be done with it. When opened, it shows the details from the tool.
 */
export function UnassignedRow({ row, picked, current, open, choosing, ...acts }: UnassignedRowProps) {
  const waits = row.state === "waiting";
  const id = `details-${row.id}`;
  return (
    <>
      <Row id={`in-${row.id}`} selected={picked} current={current}>
        <td className={cx(styles.pick, textStyles.recordKey)}>
          {waits ? (
            <Checkbox aria-label={`Select ${row.title}`} checked={picked} onChange={() => acts.onToggle(row.id)} />
          ) : null}
        </td>
        <td className={cx(styles.when, textStyles.unbroken)}>
          <Moment at={row.at ?? row.receivedAt} />
        </td>
        <th scope="row" className={styles.event}>
          <button
            type="button"
            data-row
            className={styles.title}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => acts.onOpen(row.id)}
          >
            <EventGlyph shape={row.shape} /> <span>{row.title}</span>
          </button>
          <small className={textStyles.muted}>
            {row.candidate ? `${row.candidate.key} is open on this service.` : row.reason}
            {row.incidentKey ? (
              <>
                {" "}
                <NextLink
                  className={textStyles.underlinedLink}
                  href={`/incidents/${row.incidentKey}${row.eventNumber ? `?event=E${row.eventNumber}` : ""}`}
                >
                  {row.incidentKey}
                </NextLink>
              </>
            ) : null}
          </small>
        </th>
        <td className={styles.service}>{row.service?.name ?? "No service"}</td>
        <td className={styles.source}>
          <SourceLetter letter={row.integration.letter} name={row.integration.label} /> {row.integration.name}
        </td>
        <td className={styles.buttons}>
          {waits ? <WaitingActs row={row} current={current} choosing={choosing} {...acts} /> : null}
        </td>
      </Row>
      {open ? (
        <tr className={styles.details} id={id}>
          <td />
          <td colSpan={5}>
            <IncomingWords row={row} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function WaitingActs({ row, current, choosing, onAttach, onDismiss }: Omit<UnassignedRowProps, "picked" | "open">) {
  const { candidate } = row;
  const key = (keys: string) => (current ? keys : undefined);
  return (
    <div>
      {candidate ? (
        <Button keys={key("Enter")} title={candidate.title} onClick={() => onAttach(candidate.key, row)}>
          Attach to {candidate.key}
        </Button>
      ) : null}
      <ChooseIncident
        key={choosing}
        startOpen={choosing > 0}
        trigger={
          <Button kind="ghost" keys={key(candidate ? "i" : "Enter")} aria-label={`Choose incident for ${row.title}`}>
            {candidate ? "Other incident" : "Choose incident"}
          </Button>
        }
        onChoose={(incident) => onAttach(incident, row)}
      />
      <Button kind="ghost" keys={key("h")} aria-label={`Dismiss ${row.title}`} onClick={() => onDismiss(row)}>
        Dismiss
      </Button>
    </div>
  );
}

/** Details of one event: its text, its labels, when it arrived, and the incident that it can be attached to. */
function IncomingWords({ row }: { row: ListedIncoming }) {
  const { candidate } = row;
  const guess = candidate ? [{ term: "Can join", value: `${candidate.key} ${candidate.title}` }] : [];
  const ended = row.endAt ? [{ term: "Ended", value: <Moment at={row.endAt} /> }] : [];
  const fields = readableFields(row).map(({ term, value, isLink }) => ({
    term,
    value: isLink ? (
      <a className={textStyles.underlinedLink} href={value} rel="noreferrer noopener" target="_blank">
        {value}
      </a>
    ) : (
      <span>{value}</span>
    ),
  }));
  return (
    <PropsList items={[...guess, ...fields, ...ended, { term: "Received", value: <Moment at={row.receivedAt} /> }]} />
  );
}
