"use client";

import { CircleHelp, GitMerge } from "lucide-react";
import type { ReactNode } from "react";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { countWords } from "#lib/text/sentence.ts";
import { useMerges } from "../merges/use-merges.ts";
import { useTimelineScope } from "../scope.tsx";
import type { CurateDialog } from "./use-curation.ts";

type AskLinesProps = { events: readonly TimelineEvent[]; onOpen: (dialog: CurateDialog) => void };

/** What waits for a person, above the list: events that seem to be the same, and times in question. */
export function AskLines({ events, onOpen }: AskLinesProps) {
  const { incidentKey } = useTimelineScope();
  const { items } = useMerges(incidentKey);
  const same = new Set(items.flatMap((one) => [one.leadId, ...one.eventIds])).size;
  const asked = events.filter((event) => event.ambiguity !== null).length;
  return (
    <>
      {same > 0 ? (
        <AskLine
          icon={<GitMerge className="i s" />}
          onLook={() => onOpen("merges")}
          name="Look at the merge suggestions"
        >
          <b>{countWords(same, "event")}</b> seem to be the same as others.
        </AskLine>
      ) : null}
      {asked > 0 ? (
        <AskLine
          icon={<CircleHelp className="i s" />}
          onLook={() => onOpen("questions")}
          name="Look at the times in question"
        >
          <b>{countWords(asked, "time")}</b> {asked === 1 ? "needs" : "need"} an answer.
        </AskLine>
      ) : null}
    </>
  );
}

type AskLineProps = { icon: ReactNode; children: ReactNode; name: string; onLook: () => void };

function AskLine({ icon, children, name, onLook }: AskLineProps) {
  return (
    <p className="known-gap askl">
      {icon}
      <span>{children}</span>
      <button type="button" className="lnk" aria-label={name} onClick={onLook}>
        Look
      </button>
    </p>
  );
}
