"use client";

import { useQuery } from "@tanstack/react-query";
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { reads } from "#components/base/api/client.ts";
import { certaintyOf, clockOf } from "#components/reviews/review/event-time.ts";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { useEvents } from "#components/reviews/review/use-events.ts";
import { EvidenceChip, EvidenceLink } from "#components/ui/labels/evidence-chip.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { HoverCard } from "#components/ui/overlays/hover-card.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import { EventChip } from "#lib/document/nodes/event-chip.ts";
import { PersonMention } from "#lib/document/nodes/person-mention.ts";
import { RecordChip } from "#lib/document/nodes/record-chip.ts";
import { drawnShape } from "#lib/incidents/timeline/score/score-marks.ts";
import { PersonName, RecordLink } from "./record-link.tsx";

const CARD = new Later(() => import("./event-card.tsx").then((module) => module.EventCard));

function EventChipView({ node }: NodeViewProps) {
  const { review } = useReviewScope();
  const { byId, isPending } = useEvents(review.incident.key);
  const event = byId.get(String(node.attrs.eventId));
  if (!event) {
    return (
      <NodeViewWrapper as="span" contentEditable={false}>
        <EvidenceChip inText>{isPending ? "E" : "Removed event"}</EvidenceChip>
      </NodeViewWrapper>
    );
  }
  const words = `Evidence E${event.number}, ${event.title}${event.at ? `, ${clockOf(event)} UTC` : ""}`;
  return (
    <NodeViewWrapper as="span" contentEditable={false}>
      <HoverCard
        card={
          <LaterPart
            of={CARD}
            props={{ incidentKey: review.incident.key, event }}
            loading={event.title}
            lost={
              <>
                {event.title}
                <br />
                Couldn't load its source. Check your connection.
              </>
            }
          />
        }
      >
        <EvidenceLink inText href={`/incidents/${review.incident.key}?event=${event.id}`} aria-label={words}>
          <EventGlyph shape={drawnShape(event)} certainty={certaintyOf(event)} />E{event.number}
        </EvidenceLink>
      </HoverCard>
    </NodeViewWrapper>
  );
}

function RecordChipView({ node }: NodeViewProps) {
  const key = String(node.attrs.key);
  const noun = String(node.attrs.noun);
  return (
    <NodeViewWrapper as="span" contentEditable={false}>
      {noun === "factor" ? (
        <FactorChip id={key} />
      ) : (
        <RecordLink noun={noun} recordKey={key}>
          {key}
        </RecordLink>
      )}
    </NodeViewWrapper>
  );
}

/** Names a factor of this review by its number. */
function FactorChip({ id }: { id: string }) {
  const { review } = useReviewScope();
  const { data, isPending } = useQuery(reads.factor.ofReview(review.key));
  const factors = data?.items.filter(({ removed }) => !removed) ?? [];
  const at = factors.findIndex((one) => one.id === id);
  if (at < 0) return <EvidenceChip inText>{isPending ? "Factor" : "Removed factor"}</EvidenceChip>;
  return (
    <RecordLink noun="factor" recordKey={id}>
      Factor {at + 1}
    </RecordLink>
  );
}

function PersonMentionView({ node: { attrs } }: NodeViewProps) {
  return (
    <NodeViewWrapper as="span" contentEditable={false}>
      <PersonName id={String(attrs.userId ?? "")} label={String(attrs.label ?? "")} />
    </NodeViewWrapper>
  );
}

/** Cites an event: glyph, number, and the event itself on hover and focus. */
export const DrawnEventChip = EventChip.extend({ addNodeView: () => ReactNodeViewRenderer(EventChipView) });

/** Names a record by its key. */
export const DrawnRecordChip = RecordChip.extend({ addNodeView: () => ReactNodeViewRenderer(RecordChipView) });

/** Mentions a person, with who that is on hover and focus. */
export const DrawnPersonMention = PersonMention.extend({
  addNodeView: () => ReactNodeViewRenderer(PersonMentionView),
});
