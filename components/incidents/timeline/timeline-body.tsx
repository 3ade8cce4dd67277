"use client";

import { Import, Plus } from "lucide-react";
import { NotRead } from "#components/base/api/not-read.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { EmptyState, NothingMatches } from "#components/ui/page/empty-state.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { Spine, type SpineProps } from "./spine/spine.tsx";
import { useTimelineScope } from "./state/scope.tsx";

type TimelineBodyProps = SpineProps & {
  state: "loading" | "failed" | "ready";
  error: unknown;
  onRetry: () => void;
  /** The number of events in total, and how many of them are shown. */
  total: number;
  shown: number;
  onAdd: () => void;
  onShowAll: () => void;
};

/** The list, or why there is none. */
export function TimelineBody(props: TimelineBodyProps) {
  const { state, error, onRetry, total, shown, onAdd, onShowAll, ...spine } = props;
  const { incidentKey, mayEdit } = useTimelineScope();
  if (state === "loading") return <SkeletonRows rows={8} label="Loading the timeline" />;
  if (state === "failed") {
    return <NotRead what="the timeline" error={error} onRetry={onRetry} />;
  }
  if (total === 0) {
    return (
      <EmptyState
        title="No events yet"
        action={
          mayEdit ? (
            <span className={layoutStyles.row}>
              <ButtonLink href={`/incidents/${incidentKey}/import`} kind="primary" icon={<Import size={14} />}>
                Import events
              </ButtonLink>
              <Button icon={<Plus size={14} />} onClick={onAdd}>
                Add event
              </Button>
            </span>
          ) : undefined
        }
      >
        Alerts, chats, deploys and notes become one timeline. Its milestones give you the key times, the impact band and
        a draft of the review.
      </EmptyState>
    );
  }
  if (shown === 0) {
    return (
      <NothingMatches title="No matching events" action={<Button onClick={onShowAll}>Show all events</Button>}>
        Events without search and filters: {total.toLocaleString("en")}.
      </NothingMatches>
    );
  }
  return <Spine {...spine} />;
}
