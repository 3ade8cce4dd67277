import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import type { InboxLane } from "#lib/contract/incoming.ts";
import { laneLabel, percentAt } from "./lane-words.ts";

const NEAR_LEFT_PERCENT = 12;

/** When the events of one service came, over the time that is shown. */
export function Lane({ lane, from, to }: { lane: InboxLane; from: string; to: string }) {
  return (
    <div className="uln" role="img" aria-label={laneLabel(lane)}>
      {lane.marks.map((mark) => {
        const percent = percentAt(mark.at, from, to);
        const style = { left: `${percent}%` };
        return (
          <span key={`${mark.at} ${mark.kind} ${mark.title}`}>
            {mark.count > 1 ? (
              <b style={style} className={percent < NEAR_LEFT_PERCENT ? "after" : undefined}>
                {mark.count}
              </b>
            ) : null}
            <span style={style} className="mk">
              <EventGlyph shape={mark.shape} />
            </span>
          </span>
        );
      })}
    </div>
  );
}
