"use client";

import { History } from "lucide-react";
import { countWords } from "#lib/base/text/sentence.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { useTimelineScope } from "../scope.tsx";
import { foundWords } from "./known-mark.tsx";

const NAMED = 3;

/** What was found out only after the moment of the reading: left out, said so, and one press away. */
export function FoundRow({ events }: { events: readonly TimelineEvent[] }) {
  const { zone, showFound } = useTimelineScope();
  const named = events.slice(0, NAMED).map((event) => {
    const rest = foundWords(event, zone).replace(/^found later(?:, )?/, "");
    return rest ? `E${event.number} (${rest})` : `E${event.number}`;
  });
  const more = events.length > NAMED ? ` and ${events.length - NAMED} more` : "";
  return (
    <>
      <span className="cbx" />
      <span className="tm" />
      <span className="spine" />
      <div className="known-gap">
        <History className="i s" />
        <span>
          <b>{countWords(events.length, "event")} found later</b> {events.length === 1 ? "is" : "are"} left out here:{" "}
          {named.join(", ")}
          {more}
        </span>
        <button type="button" className="lnk" onClick={showFound}>
          Show
        </button>
      </div>
    </>
  );
}
