import { ArrowRight } from "lucide-react";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { Note } from "#components/ui/note.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { Destination, Trial, TriedDelivery } from "#lib/contract/rule.ts";
import styles from "./dry-run.module.css";

/** Where an event goes, as text: "joins INC-144". */
function destinationWords({ route, incidentKey, title, service }: Destination): string {
  if (route === "joins") return `joins ${incidentKey ?? "an incident you can't read"}`;
  if (route === "opens") return incidentKey ? `opened ${incidentKey}` : `opens “${title ?? "an incident"}”`;
  if (route === "ignored") return "ignored";
  return service ? `unassigned, ${service.name}` : "unassigned";
}

const WIDTH = 470;
const STEP = 9.4;
const FIRST = 4.7;
const LANES = { joins: 11, opens: 33, waits: 55, none: 77 } as const;

/** Each delivery in the lane of its outcome: a disc joins, a plus opens, a dashed ring waits, a dot doesn't match. */
function DryLanes({ items }: { items: readonly TriedDelivery[] }) {
  return (
    <svg
      className={styles.lanes}
      viewBox={`0 0 ${WIDTH} 88`}
      role="img"
      aria-label={`What the rule would have done with each of the last ${items.length} deliveries`}
    >
      {Object.values(LANES).map((y) => (
        <line key={y} stroke="var(--chart-grid)" x1="0" x2={WIDTH} y1={y} y2={y} />
      ))}
      {items.map((item, index) => (
        <g key={item.deliveryId}>
          <title>{`${item.title}: ${item.fits ? destinationWords(item.would) : "no match"}`}</title>
          <Mark item={item} x={FIRST + index * STEP} />
        </g>
      ))}
    </svg>
  );
}

function Mark({ item, x }: { item: TriedDelivery; x: number }) {
  const ink = item.changes ? "var(--accent-solid)" : "var(--chart-2)";
  if (!item.fits) return <circle cx={x} cy={LANES.none} r="1.6" fill={ink} />;
  switch (item.would.route) {
    case "joins":
      return <circle cx={x} cy={LANES.joins} r="4" fill={ink} />;
    case "opens":
      return <path d={`M${x - 4.5} ${LANES.opens}h9M${x} ${LANES.opens - 4.5}v9`} stroke={ink} strokeWidth="2.2" />;
    case "waits":
      return (
        <circle
          cx={x}
          cy={LANES.waits}
          r="3.6"
          fill="var(--surface)"
          stroke={ink}
          strokeWidth="1.4"
          strokeDasharray="2 1.4"
        />
      );
    case "ignored":
      return <circle cx={x} cy={LANES.none} r="3" fill={ink} />;
  }
}

const LISTED = 10;

/** The results that the rule would have had for the last deliveries, next to their actual results. */
export function DryRun({ trial }: { trial: Trial }) {
  const { items, would, now, notForThis } = trial;
  if (items.length === 0) return <Note>No delivery has contained an event yet, so you can't try the rule.</Note>;
  const changed = items.filter((item) => item.changes).reverse();
  const lanes = [
    { label: "Joins an open incident", count: would.joins, was: `now ${now.joins}` },
    { label: "Opens an incident", count: would.opens, was: `now ${now.opens}` },
    { label: "Stays unassigned", count: would.waits, was: `now ${now.waits}` },
    ...(would.ignored + now.ignored > 0
      ? [{ label: "Is ignored", count: would.ignored, was: `now ${now.ignored}` }]
      : []),
    { label: "Doesn't match", count: notForThis, was: "unchanged" },
  ];
  return (
    <>
      <div className={styles.trial}>
        <div className={styles.head}>
          <b>Tried on the last {items.length === 1 ? "delivery" : `${items.length} deliveries`}</b>
          <span className={textStyles.muted}>oldest on the left. Green marks changes</span>
        </div>
        <ul className={styles.counts}>
          {lanes.map(({ label, count, was }) => (
            <li key={label}>
              <span>{label}</span>
              <b className={textStyles.figure}>{count}</b>
              <small>{was}</small>
            </li>
          ))}
        </ul>
        <DryLanes items={items} />
      </div>
      {changed.length > 0 ? (
        <Rows className={styles.changes} aria-label="What the rule would change">
          {changed.slice(0, LISTED).map((item) => (
            <li key={item.deliveryId}>
              <Moment at={item.receivedAt} className={textStyles.figure} />
              <EventGlyph shape={item.shape} />
              <span className={layoutStyles.fill}>
                <b>
                  {item.events > 1 ? `${item.events} ` : ""}
                  {item.title}
                </b>
              </span>
              <span className={styles.currentPlace}>{destinationWords(item.now)}</span>
              <ArrowRight size={14} className={styles.arrow} />
              <span className={styles.would}>{destinationWords(item.would)}</span>
            </li>
          ))}
          {changed.length > LISTED ? <li className={textStyles.muted}>and {changed.length - LISTED} more</li> : null}
        </Rows>
      ) : (
        <Note>The rule wouldn't have changed any of these deliveries.</Note>
      )}
    </>
  );
}
