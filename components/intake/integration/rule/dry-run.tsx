import { ArrowRight } from "lucide-react";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Note } from "#components/ui/note.tsx";
import type { Trial } from "#lib/contract/routing.ts";
import { destinationWords } from "./destination-words.ts";
import { DryLanes } from "./dry-lanes.tsx";

const LISTED = 10;

/** What the rule would have done with the last deliveries, beside what became of them. */
export function DryRun({ trial }: { trial: Trial }) {
  const { items, would, now, notForThis } = trial;
  if (items.length === 0) return <Note>No delivery held an event yet; there is nothing to try it on.</Note>;
  const changed = items.filter((item) => item.changes).reverse();
  const lanes = [
    { label: "Joins an open incident", count: would.joins, was: `now ${now.joins}` },
    { label: "Opens an incident", count: would.opens, was: `now ${now.opens}` },
    { label: "Waits, unassigned", count: would.waits, was: `now ${now.waits}` },
    ...(would.ignored + now.ignored > 0
      ? [{ label: "Is ignored", count: would.ignored, was: `now ${now.ignored}` }]
      : []),
    { label: "Not for this rule", count: notForThis, was: "as now" },
  ];
  return (
    <>
      <div className="dry">
        <div className="dry-h">
          <b>Tried on the last {items.length === 1 ? "delivery" : `${items.length} deliveries`}</b>
          <span className="muted">oldest at the left; green is what the rule would change</span>
        </div>
        <ul className="dry-l">
          {lanes.map(({ label, count, was }) => (
            <li key={label}>
              <span>{label}</span>
              <b className="num">{count}</b>
              <small>{was}</small>
            </li>
          ))}
        </ul>
        <DryLanes items={items} />
      </div>
      {changed.length > 0 ? (
        <ul className="chgs rows" aria-label="What the rule would change">
          {changed.slice(0, LISTED).map((item) => (
            <li key={item.deliveryId}>
              <Moment at={item.receivedAt} className="num" />
              <EventGlyph shape={item.shape} />
              <span className="grow">
                <b>
                  {item.events > 1 ? `${item.events} ` : ""}
                  {item.title}
                </b>
              </span>
              <span className="muted">{destinationWords(item.now)}</span>
              <ArrowRight className="i s" />
              <span>{destinationWords(item.would)}</span>
            </li>
          ))}
          {changed.length > LISTED ? <li className="muted">and {changed.length - LISTED} more</li> : null}
        </ul>
      ) : (
        <Note>Nothing of it would have gone another way.</Note>
      )}
    </>
  );
}
