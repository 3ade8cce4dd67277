"use client";

import { CircleHelp, GitMerge } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { cx } from "#components/ui/cx.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { CurateDialog } from "./curate/use-curation.ts";
import { useMerges } from "./merges/use-merges.ts";
import { timeQuestions } from "./questions/time-questions.ts";
import { ZoneChoice } from "./questions/zone-choice.tsx";
import notice from "./spine/notice.module.css";
import { useTimelineScope } from "./state/scope.tsx";

type AskLinesProps = { events: readonly TimelineEvent[]; onOpen: (dialog: CurateDialog) => void };

/** Questions above the list: possible duplicates, and times to review. */
export function AskLines({ events, onOpen }: AskLinesProps) {
  const { incidentKey } = useTimelineScope();
  const { items } = useMerges(incidentKey);
  const same = new Set(items.flatMap((one) => [one.leadId, ...one.eventIds])).size;
  const asked = events.filter((event) => event.ambiguity !== null).length;
  const zoneless = useMemo(() => onlyZoneless(events), [events]);
  return (
    <>
      {same > 0 ? (
        <AskLine icon={<GitMerge size={14} />} onLook={() => onOpen("merges")} name="Review merge suggestions">
          <b>{countWords(same, "event")}</b> may be duplicates.
        </AskLine>
      ) : null}
      {asked > 0 ? (
        <AskLine icon={<CircleHelp size={14} />} onLook={() => onOpen("questions")} name="Review times">
          <b>{countWords(asked, "time")}</b>{" "}
          {zoneless ? (
            <>
              {asked === 1 ? "has no time zone. Which is it?" : "have no time zone. Which is it?"}
              <ZoneChoice importId={zoneless.importId} label={zoneless.label} />
            </>
          ) : asked === 1 ? (
            "needs an answer."
          ) : (
            "need an answer."
          )}
        </AskLine>
      ) : null}
    </>
  );
}

/** The import whose missing zone is all that is asked; null when more is. */
function onlyZoneless(events: readonly TimelineEvent[]): { importId: string; label: string } | null {
  const [first, ...others] = timeQuestions(events);
  if (!first || others.length > 0 || first.importId === null || first.withoutZone < first.events.length) return null;
  return { importId: first.importId, label: first.label };
}

type AskLineProps = { icon: ReactNode; children: ReactNode; name: string; onLook: () => void };

function AskLine({ icon, children, name, onLook }: AskLineProps) {
  return (
    <div className={cx(notice.notice, notice.aboveList)}>
      {icon}
      <div>{children}</div>
      <button type="button" className={textStyles.link} aria-label={name} onClick={onLook}>
        Review
      </button>
    </div>
  );
}
