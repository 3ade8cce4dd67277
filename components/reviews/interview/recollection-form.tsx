"use client";

import { type FormEvent, useState } from "react";
import { useEvents } from "#components/reviews/review/use-events.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { submitOnModEnter } from "#components/ui/keys/submit-on-mod-enter.ts";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Review } from "#lib/contract/review.ts";
import { INTERVIEW_THEMES, THEMES, themesOfEvent, themesOfSection } from "#lib/reviews/interview/questions.ts";
import type { Recollections } from "./use-recollections.ts";

interface RecollectionFormProps {
  review: Review;
  create: Recollections["create"];
}

const NOTHING = "";

/** Questions by section and by event, and a field for anything else people remember. Saved answers stay private. */
export function RecollectionForm({ review, create }: RecollectionFormProps) {
  const { events } = useEvents(review.incident.key);
  const [section, setSection] = useState(NOTHING);
  const [eventId, setEventId] = useState(NOTHING);
  const [question, setQuestion] = useState(NOTHING);
  const [body, setBody] = useState("");
  const [isMissing, setMissing] = useState(false);
  const event = events.find(({ id }) => id === eventId);
  const themes = event ? themesOfEvent(event.kind) : themesOfSection(section);
  // A question of another event or section is not the one that is shown.
  const asked = themes.some((one) => THEMES[one].questions.includes(question)) ? question : NOTHING;
  const theme = INTERVIEW_THEMES.find((one) => THEMES[one].questions.includes(asked)) ?? themes[0] ?? "cues";
  const save = (submit: FormEvent) => {
    submit.preventDefault();
    if (!body.trim()) return setMissing(true);
    create.mutate(
      { key: review.key, theme, question: asked, body: body.trim(), eventId: eventId || null },
      {
        onSuccess: () => {
          setBody((now) => (now === body ? "" : now));
          setMissing(false);
          toastDone("Recollection saved. Only you can read it.");
        },
      },
    );
  };
  return (
    <form className={layoutStyles.stack} aria-label="New recollection" onSubmit={save} onKeyDown={submitOnModEnter}>
      <Field label="Event" optional hint="What you remember of one moment">
        <Combobox
          label="Event"
          value={eventId}
          options={[
            { value: NOTHING, label: "No event" },
            ...events.map(({ id, number, title }) => ({ value: id, label: `E${number} ${title}` })),
          ]}
          onChange={setEventId}
        />
      </Field>
      {event ? null : (
        <Field label="Section" optional hint="The part of the review that the answer belongs in">
          <Select
            value={section}
            options={[
              { value: NOTHING, label: "Any section" },
              ...review.templateSections.map(({ key, title }) => ({ value: key, label: title })),
            ]}
            onChange={({ target }) => setSection(target.value)}
          />
        </Field>
      )}
      <Field label="Question" optional>
        <Select
          value={asked}
          options={[
            { value: NOTHING, label: "No question" },
            ...themes.flatMap((one) =>
              THEMES[one].questions.map((value) => ({ value, label: `${THEMES[one].label}: ${value}` })),
            ),
          ]}
          onChange={({ target }) => setQuestion(target.value)}
        />
      </Field>
      <Field label="What you remember" error={isMissing ? "Write down what you remember" : undefined}>
        <Textarea
          reading
          rows={5}
          value={body}
          maxLength={LENGTHS.recollection.body}
          onChange={({ target }) => setBody(target.value)}
        />
      </Field>
      <div className={layoutStyles.row}>
        <Button kind="primary" type="submit" busy={create.isPending} busyLabel="Saving">
          Save recollection
        </Button>
      </div>
    </form>
  );
}
