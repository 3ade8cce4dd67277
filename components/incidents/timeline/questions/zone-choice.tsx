"use client";

import { useEffect, useRef } from "react";
import { SegFrame } from "#components/ui/choices/seg.tsx";
import { cityOf } from "#lib/base/time/zones.ts";
import { useTimelineScope } from "../state/scope.tsx";
import { useAnswerZone } from "./use-answer-zone.ts";

/**
 * Keeps the focus at the event when its question disappears after an answer by key. Returns the ref of the question,
 * and a function to call on the answer.
 */
function useStayAtEvent() {
  const question = useRef<HTMLFieldSetElement>(null);
  const isAnswered = useRef(false);
  useEffect(() => {
    const event = question.current?.closest<HTMLElement>("li, aside");
    return () => {
      if (!isAnswered.current) return;
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) event?.querySelector<HTMLElement>("button, textarea")?.focus();
      });
    };
  }, []);
  const answered = () => {
    isAnswered.current = true;
  };
  return { question, answered };
}

/** Suggested time zones for all times of an import without one. */
export function ZoneChoice({ importId, label }: { importId: string; label: string }) {
  const { zones } = useTimelineScope();
  const answer = useAnswerZone();
  const { question, answered } = useStayAtEvent();
  return (
    <SegFrame ref={question} aria-label={`Time zone of ${label}`}>
      {zones.map((zone) => (
        <button
          key={zone}
          type="button"
          aria-pressed={answer.isPending && answer.variables.zone === zone}
          disabled={answer.isPending}
          title={`Reads all times of ${label} without a time zone as ${zone}`}
          onClick={() => {
            answered();
            answer.mutate({ importId, zone });
          }}
        >
          {cityOf(zone)}
        </button>
      ))}
    </SegFrame>
  );
}
