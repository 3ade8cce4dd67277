"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { noonOf } from "#components/base/time/noon-of.ts";
import { ChoiceButton } from "#components/ui/choices/choice-button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Field, FieldFrame, FieldHint } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { type EventKind, shapeOfKind, wordsOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { drawnShape } from "#lib/incidents/timeline/score/score-marks.ts";
import { KindMenu } from "./editor/kind-menu.tsx";
import { TimeInputs } from "./editor/time-inputs.tsx";
import { useTypedTime } from "./editor/use-typed-time.ts";
import { useTimelineScope } from "./state/scope.tsx";
import { placeEvent, type Story } from "./story/story.ts";
import { storyKey } from "./story/use-story.ts";

type AddEventProps = {
  /** Roughly when it happened, if known. The field starts with it. */
  at: string | null;
  /** Without a time the event goes after this one. */
  after: TimelineEvent | null;
  onAdded: (event: TimelineEvent) => void;
  onClose: () => void;
};

/** An event written by hand: what happened, when as well as it is known, and what kind of thing it was. */
export function AddEvent({ at, after, onAdded, onClose }: AddEventProps) {
  const { incidentKey: key, zone, zones, curate, offerUndo, baseDay } = useTimelineScope();
  const client = useQueryClient();
  const [title, setTitle] = useState("");
  const [body, setBody] = useState("");
  const [kind, setKind] = useState<EventKind>("observation");
  const [tried, setTried] = useState(false);
  const time = useTypedTime(
    at === null ? null : { at, endAt: null, precision: "minute", uncertaintySeconds: null },
    zone,
    after?.at ?? noonOf(baseDay),
  );
  const add = useMutation({
    mutationFn: () => {
      const fields = time.result.ok ? time.result.fields : {};
      return api.timeline.add({
        key,
        title: title.trim(),
        body: body.trim(),
        kind,
        at: fields.at ?? null,
        endAt: fields.endAt ?? null,
        precision: fields.precision ?? "unknown",
        uncertaintySeconds: fields.uncertaintySeconds ?? null,
        ...(after ? { afterEventId: after.id } : {}),
      });
    },
    onSuccess: (event) => {
      client.setQueryData<Story>(storyKey(key), (story) => story && placeEvent(story, event, after?.id ?? null));
      void refresh(client, ["timeline", "incident"]);
      const undo = offerUndo(() => void curate.change(event, { removed: true }));
      toastDone(`E${event.number} added`, { action: { label: "Undo", run: undo } });
      onAdded(event);
      onClose();
    },
  });
  const isEmpty = title.trim() === "";
  const submit = () => {
    setTried(true);
    if (isEmpty || !time.result.ok) return false;
    add.mutate();
    return true;
  };
  return (
    <FormDialog
      title="Add event"
      widthPx={620}
      confirm="Add event"
      isBusy={add.isPending}
      busyLabel="Adding"
      onSend={submit}
      onClose={onClose}
    >
      <Field label="What happened" error={tried && isEmpty ? "Enter what happened" : undefined}>
        <Input
          value={title}
          maxLength={LENGTHS.event.title}
          placeholder="Rolled back to 4.1"
          onChange={(event) => setTitle(event.target.value)}
        />
      </Field>
      <TimeInputs time={time} zones={zones} showProblem={tried} />
      <FieldFrame label="Kind">
        <KindMenu
          value={kind}
          onChange={setKind}
          trigger={
            <ChoiceButton aria-label={`Kind: ${wordsOfKind(kind)}`}>
              <EventGlyph shape={drawnShape({ kind, shape: shapeOfKind(kind) })} />
              <span className={cx(textStyles.truncated, layoutStyles.fill)}>{wordsOfKind(kind)}</span>
            </ChoiceButton>
          }
        />
      </FieldFrame>
      <Field label="Details" optional>
        <Textarea
          rows={2}
          maxLength={LENGTHS.event.body}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      </Field>
      {after && time.precision === "unknown" ? (
        <FieldHint>
          Without a time, it comes after E{after.number}, {after.title}.
        </FieldHint>
      ) : null}
      {add.isError ? <Banner tone="bad">{wordsOf(add.error)}</Banner> : null}
    </FormDialog>
  );
}
