"use client";

import { Eye, EyeOff, Link, MessageSquare, Pencil, Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { bodyBeyondTitle } from "#lib/incidents/timeline/story/beyond-title.ts";
import { sourceWords } from "#lib/story/export/event-words.ts";
import { toggleHidden } from "../curate/toggles.ts";
import { ZoneAsk } from "../questions/zone-ask.tsx";
import { useTimelineScope } from "../state/scope.tsx";
import { isEdited } from "../story/event-fields.ts";
import type { StoryGroup } from "../story/group-story.ts";
import { BelowLines } from "./below-lines.tsx";
import styles from "./event-body.module.css";
import { verifiedWords } from "./verified-mark.tsx";

type EventBodyProps = { id: string; event: TimelineEvent; group: StoryGroup | null; isOpen: boolean };

/** The content of an opened row: the text, what is below the event, its source, and actions. */
export function EventBody({ id, event, group, isOpen }: EventBodyProps) {
  const { mayEdit, open, curate, zone } = useTimelineScope();
  const text = bodyBeyondTitle(event);
  const facts = [
    sourceWords(event),
    event.verified ? verifiedWords(event, zone) : "",
    isEdited(event) ? "Edited, the original is kept" : "",
    event.citedCount > 0 ? `Cited ${event.citedCount}×` : "",
  ];
  return (
    <div id={id} className={styles.body}>
      {text ? <blockquote>{text}</blockquote> : null}
      {group ? <BelowLines group={group} isOpen={isOpen} /> : null}
      <ZoneAsk event={event} />
      <p className={styles.note}>{facts.filter(Boolean).join(". ")}.</p>
      <div className={styles.choices}>
        {event.url && /^https?:/i.test(event.url) ? (
          <ButtonLink href={event.url} target="_blank" rel="noreferrer" icon={<Link size={14} />}>
            {new URL(event.url).hostname}
          </ButtonLink>
        ) : null}
        {mayEdit ? (
          <Button icon={<Plus size={14} />} onClick={() => open(event, "evidence")}>
            Evidence
          </Button>
        ) : null}
        <span className={styles.steps}>
          <Button kind="ghost" icon={<Pencil size={14} />} keys={mayEdit ? "e" : undefined} onClick={() => open(event)}>
            {mayEdit ? "Edit" : "Details"}
          </Button>
          {mayEdit ? (
            <>
              <Button kind="ghost" icon={<MessageSquare size={14} />} onClick={() => open(event, "note")}>
                Comment
              </Button>
              <Button
                kind="ghost"
                icon={event.hidden ? <Eye size={14} /> : <EyeOff size={14} />}
                keys="h"
                onClick={() => toggleHidden(curate, event)}
              >
                {event.hidden ? "Show" : "Hide"}
              </Button>
            </>
          ) : null}
        </span>
      </div>
    </div>
  );
}
