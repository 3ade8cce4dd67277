"use client";

import { useState } from "react";
import { useWhen } from "#components/base/time/use-when.ts";
import { WhenField } from "#components/base/time/when-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { typedWords } from "#lib/base/time/instant-words.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { useTimelineScope } from "../state/scope.tsx";

type FoundDialogProps = { events: readonly TimelineEvent[]; onClose: () => void; onDone: () => void };

/** When and by whom something was found that no one knew at the time. Both are optional. */
export function FoundDialog({ events, onClose, onDone }: FoundDialogProps) {
  const { zone, zones, several } = useTimelineScope();
  const [first] = events;
  const when = useWhen(first?.foundAt ? typedWords(first.foundAt, zone, false) : "", zone, first?.at ?? null);
  const [by, setBy] = useState(first?.foundBy ?? "");
  const count = events.length === 1 ? `E${first?.number}` : countWords(events.length, "event");
  const save = () => {
    if (when.reading?.ok === false) return;
    const foundAt = when.reading?.at ?? null;
    void several.set(
      events,
      { known: "found_later", foundAt, foundBy: by.trim() || null },
      `${count} marked as found later`,
    );
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Mark ${count} as found later`}
      description="For facts that no one knew during the incident. “As seen at” leaves them out."
      widthPx={520}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" onClick={save}>
            Mark as found later
          </Button>
        </>
      }
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <WhenField label="Found when" when={when} zones={zones} emptyWords="unknown" />
        <Field label="Found by, or found in" optional>
          <Input
            value={by}
            maxLength={LENGTHS.person.name}
            placeholder="Jonah, from access logs"
            onChange={(event) => setBy(event.target.value)}
          />
        </Field>
        <button type="submit" className="visually-hidden" tabIndex={-1}>
          Save
        </button>
      </form>
    </Dialog>
  );
}
