"use client";

import { BadgeCheck } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { useTimelineScope } from "../scope.tsx";
import { verifiedWords } from "../spine/verified-mark.tsx";
import { toggleVerified } from "../toggles.ts";

/** Whether somebody compared the event with its source, by whom, and the way to say so. */
export function VerifyField({ event }: { event: TimelineEvent }) {
  const { mayEdit, curate, zone } = useTimelineScope();
  return (
    <p className="flex flex-wrap pk-s">
      {mayEdit ? (
        <Button
          icon={<BadgeCheck className="i s" />}
          keys="v"
          aria-pressed={event.verified}
          onClick={() => toggleVerified(curate, event)}
        >
          {event.verified ? "Verified" : "Verify"}
        </Button>
      ) : null}
      <span className="small t2">{verifiedWords(event, zone)}</span>
    </p>
  );
}
