"use client";

import { Button } from "#components/ui/button.tsx";
import { SourceLetter } from "#components/ui/source-letter.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { EVENT_KINDS, wordsOfKind } from "#lib/timeline/event-kinds.ts";
import { isEdited } from "../event-fields.ts";
import { instantWords } from "../instant-words.ts";
import { useTimelineScope } from "../scope.tsx";

/** The event as its source has it; what people changed can go back to that. */
export function SourceWords({ event }: { event: TimelineEvent }) {
  const { mayEdit, curate } = useTimelineScope();
  const { source, original, statedText } = event;
  if (source.type === "manual") return null;
  const at = original ? original.at : event.at;
  const kind = EVENT_KINDS.find((one) => one === (original?.kind ?? event.kind));
  const body = original?.body ?? "";
  return (
    <>
      <h3>
        As the source has it
        <span className="right">{isEdited(event) ? "edited since" : "not edited"}</span>
      </h3>
      <div className="orig">
        <SourceLetter letter={source.letter} name={source.label} />
        <div>
          <p className="muted small">
            {source.label}
            {source.line === null ? "" : `, line ${source.line}`}
          </p>
          <p className="read">{original?.title ?? event.title}</p>
          {body && body !== event.body ? <p className="t2 pre">{body}</p> : null}
          <p className="small t2 num">
            {at ? instantWords(at, "UTC", true) : "No time"}
            {statedText ? `, written “${statedText}”` : ""}
            {kind ? `, ${wordsOfKind(kind).toLowerCase()}` : ""}
          </p>
        </div>
      </div>
      {isEdited(event) && mayEdit ? (
        <Button onClick={() => void curate.revert(event)}>Go back to the source</Button>
      ) : null}
    </>
  );
}
