"use client";

import { Eye, EyeOff, Pin, PinOff, Trash2 } from "lucide-react";
import { useCallback, useEffect, useRef } from "react";
import { readWordsOf } from "#components/base/api/problem.ts";
import { AttachBox } from "#components/incidents/evidence/attach-box.tsx";
import { ChangesSection } from "#components/incidents/evidence/changes-section.tsx";
import { EvidenceItem } from "#components/incidents/evidence/evidence-item.tsx";
import { NotesSection } from "#components/incidents/evidence/notes-section.tsx";
import type { Evidence } from "#components/incidents/evidence/use-evidence.ts";
import { useEvidence } from "#components/incidents/evidence/use-evidence.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Note } from "#components/ui/note.tsx";
import { Peek } from "#components/ui/overlays/peek.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { bodyBeyondTitle, joinBody } from "#lib/incidents/timeline/story/beyond-title.ts";
import { removeFromTimeline, toggleHidden, togglePinned } from "../curate/toggles.ts";
import { TimesDiffer } from "../questions/times-differ.tsx";
import { ZoneAsk } from "../questions/zone-ask.tsx";
import type { PeekPart } from "../state/peek-part.ts";
import { useTimelineScope } from "../state/scope.tsx";
import type { StoryGroup } from "../story/group-story.ts";
import styles from "./event-peek.module.css";
import { EventProps } from "./event-props.tsx";
import { SavedText } from "./saved-text.tsx";
import { SourceWords } from "./source-words.tsx";

/** Evidence of an event: links, pictures, queries and log lines. */
function EvidenceSection({ evidence, mayEdit }: { evidence: Evidence; mayEdit: boolean }) {
  const { list, attach, remove } = evidence;
  const rows = list.data?.attachments ?? [];
  return (
    <section aria-label="Evidence">
      <h3>
        Evidence
        <span className={layoutStyles.atEnd}>{list.data ? rows.length : ""}</span>
      </h3>
      {list.isPending ? <SkeletonText lines={2} label="Loading the evidence" /> : null}
      {list.isError ? <Note>{readWordsOf(list.error)}</Note> : null}
      {rows.length > 0 ? (
        <ul className={styles.evidence}>
          {rows.map((row) => (
            <EvidenceItem key={row.id} row={row} mayEdit={mayEdit} onRemove={() => void remove(row)} />
          ))}
        </ul>
      ) : null}
      {rows.length === 0 && list.data && !mayEdit ? <Note>No evidence yet</Note> : null}
      {mayEdit ? <AttachBox onAttach={attach} /> : null}
    </section>
  );
}

type EventPeekProps = {
  event: TimelineEvent;
  /** Events below it. */
  group: StoryGroup | null;
  position: { at: number; of: number };
  part: PeekPart;
  onPart: (part: PeekPart) => void;
  onPrevious: () => void;
  onNext: () => void;
  onClose: () => void;
};

/** One event next to the timeline: text, time with its precision, kind, milestones, and what its source says. */
export function EventPeek({ event, group, position, part, onPart, onPrevious, onNext, onClose }: EventPeekProps) {
  const { mayEdit, curate, incidentKey } = useTimelineScope();
  const offerUndo = useCallback((undo: () => void) => curate.offer([event.id], undo), [curate, event.id]);
  const evidence = useEvidence({ key: incidentKey, eventId: event.id }, offerUndo);
  const title = useRef<HTMLTextAreaElement>(null);
  const attach = useRef<HTMLDivElement>(null);
  const notes = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (part === null || part === "time") return;
    const section = { title: null, evidence: attach, note: notes }[part];
    const field = section ? [...(section.current?.querySelectorAll("textarea") ?? [])].at(-1) : title.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
    onPart(null);
  }, [part, onPart]);
  return (
    <Peek
      label={`Event E${event.number}`}
      id={`E${event.number}`}
      position={position}
      onPrevious={onPrevious}
      onNext={onNext}
      onClose={onClose}
    >
      <SavedText
        key={`${event.id} title`}
        ref={title}
        label="What happened"
        isLine
        maxLength={LENGTHS.event.title}
        readOnly={!mayEdit}
        value={event.title}
        onSave={(text, original) => curate.change(event, { title: text }, undefined, { title: original })}
      />
      <ZoneAsk event={event} isBeside />
      <EventProps event={event} isTimeOpen={part === "time"} onTime={(open) => onPart(open ? "time" : null)} />
      {mayEdit || event.body ? (
        <SavedText
          key={`${event.id} body`}
          label="Details"
          maxLength={LENGTHS.event.body}
          placeholder="Add details"
          readOnly={!mayEdit}
          value={bodyBeyondTitle(event)}
          onSave={(text, original) => {
            const whole = (rest: string) =>
              rest === bodyBeyondTitle(event) ? event.body : joinBody(event.title, rest);
            return curate.change(event, { body: whole(text) }, undefined, { body: whole(original) });
          }}
        />
      ) : null}
      {mayEdit ? (
        <span className={cx(styles.buttons, layoutStyles.wrappingRow)}>
          <Button
            icon={event.pinned ? <PinOff size={14} /> : <Pin size={14} />}
            keys="p"
            onClick={() => togglePinned(curate, event)}
          >
            {event.pinned ? "Unpin" : "Pin"}
          </Button>
          <Button
            icon={event.hidden ? <Eye size={14} /> : <EyeOff size={14} />}
            keys="h"
            onClick={() => toggleHidden(curate, event)}
          >
            {event.hidden ? "Show" : "Hide"}
          </Button>
          <Button kind="ghost" icon={<Trash2 size={14} />} onClick={() => removeFromTimeline(curate, event)}>
            Remove
          </Button>
        </span>
      ) : null}
      <Note>
        {event.citedCount === 0 ? "No factor cites this event yet." : `Cited ${event.citedCount}× as evidence.`}
      </Note>
      {group ? <TimesDiffer group={group} isBeside /> : null}
      <SourceWords event={event} group={group} />
      <div ref={attach}>
        <EvidenceSection key={`${event.id} evidence`} evidence={evidence} mayEdit={mayEdit} />
      </div>
      <div ref={notes}>
        <NotesSection key={`${event.id} notes`} evidence={evidence} mayEdit={mayEdit} />
      </div>
      <ChangesSection
        key={`${event.id} changes`}
        incidentKey={incidentKey}
        eventId={event.id}
        undo={curate.takeBackOf(event.id)}
      />
    </Peek>
  );
}
