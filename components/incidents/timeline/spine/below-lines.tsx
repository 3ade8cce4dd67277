"use client";

import { Button } from "#components/ui/button.tsx";
import { SourceLetter } from "#components/ui/source-letter.tsx";
import type { StoryGroup } from "../group-story.ts";
import { bundleOf, mergedWords } from "../group-words.ts";
import { useTimelineScope } from "../scope.tsx";
import { BundleLane } from "./bundle-lane.tsx";
import { TimesDiffer } from "./times-differ.tsx";

type BelowLinesProps = { group: StoryGroup; isOpen: boolean };

/** What stands below an event, in its row: repeats, merged sources, other accounts, and times that cannot all be right. */
export function BelowLines({ group, isOpen }: BelowLinesProps) {
  const { zone, toggleBundle } = useTimelineScope();
  const merged = mergedWords(group);
  const { lead, bundled, accounts } = group;
  return (
    <>
      {bundled.length > 0 ? (
        <div className="bun-l">
          <BundleLane events={bundleOf(group).events} zone={zone} />
          <Button
            kind="ghost"
            keys={isOpen ? undefined : "u"}
            aria-expanded={isOpen}
            onClick={() => toggleBundle(lead.id)}
          >
            {isOpen ? "Close" : "Open"}
          </Button>
        </div>
      ) : null}
      {merged ? <div className="tl-d">{merged}.</div> : null}
      {accounts.length > 0 ? (
        <ul className="accts" aria-label={`Accounts of E${lead.number}`}>
          {[lead, ...accounts].map((event) => (
            <li key={event.id}>
              <SourceLetter letter={event.source.letter} name={event.source.label} />
              <q>{event === lead ? (event.original?.title ?? event.title) : event.title}</q>
            </li>
          ))}
        </ul>
      ) : null}
      <TimesDiffer group={group} />
    </>
  );
}
