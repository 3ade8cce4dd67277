"use client";

import { useState } from "react";
import { useWhen } from "#components/base/time/use-when.ts";
import { WhenField } from "#components/base/time/when-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
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
    if (when.reading?.ok === false) return false;
    const foundAt = when.reading?.at ?? null;
    void several.set(
      events,
      { known: "found_later", foundAt, foundBy: by.trim() || null },
      `${count} marked as found later`,
    );
    onDone();
    onClose();
    return true;
  };
  return (
    <FormDialog
      title={`Mark ${count} as found later`}
      description="For facts that no one knew during the incident. “As seen at” leaves them out."
      widthPx={520}
      confirm="Mark as found later"
      onSend={save}
      onClose={onClose}
    >
      <WhenField label="Found at" when={when} zones={zones} emptyWords="unknown" />
      <Field label="Found by, or found in" optional>
        <Input
          value={by}
          maxLength={LENGTHS.person.name}
          placeholder="Jonah, from access logs"
          onChange={(event) => setBy(event.target.value)}
        />
      </Field>
    </FormDialog>
  );
}
