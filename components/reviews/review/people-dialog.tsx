"use client";

import { useState } from "react";
import { useFoundPeople } from "#components/people/member/use-found-people.ts";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { TokenField } from "#components/ui/choices/token-field.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Review } from "#lib/contract/review.ts";
import type { ReviewActions } from "./use-review.ts";

interface PeopleDialogProps {
  review: Review;
  actions: ReviewActions;
  /** Starts in the field of the meeting, as for someone who was sent to it. */
  startsAtMeeting?: boolean;
  onClose: () => void;
}

const idsOf = (people: readonly { id: string }[]) => people.map((person) => person.id);

/** Title, people and dates of a review in one short form. */
export function PeopleDialog({ review, actions, startsAtMeeting = false, onClose }: PeopleDialogProps) {
  const people = useFoundPeople();
  const options = people.rows.map(({ id, name }) => ({ value: id, label: name }));
  const nobody = [{ value: "", label: "Not set" }, ...options];
  const named = [review.owner, review.facilitator, ...review.authors, ...review.approvers, ...review.readers];
  const nameOf = (id: string) => people.nameOf(id) ?? named.find((person) => person?.id === id)?.name;
  const search = { nameOf, onSearch: people.onSearch };
  const [title, setTitle] = useState(review.title);
  const [ownerId, setOwnerId] = useState(review.owner?.id ?? "");
  const [facilitatorId, setFacilitatorId] = useState(review.facilitator?.id ?? "");
  const [authorIds, setAuthorIds] = useState(idsOf(review.authors));
  const [approverIds, setApproverIds] = useState(idsOf(review.approvers));
  const [readerIds, setReaderIds] = useState(idsOf(review.readers));
  const [dueAt, setDueAt] = useState(review.dueAt);
  const [meetingOn, setMeetingOn] = useState(review.meetingOn);
  const save = () => {
    actions.update.mutate(
      {
        key: review.key,
        version: review.version,
        title: title.trim() || review.title,
        ownerId: ownerId || null,
        facilitatorId: facilitatorId || null,
        authorIds,
        approverIds,
        readerIds,
        dueAt,
        meetingOn,
      },
      { onSuccess: onClose },
    );
    return true;
  };
  return (
    <FormDialog
      title="People and dates"
      confirm="Save people and dates"
      isBusy={actions.update.isPending}
      onSend={save}
      onClose={onClose}
    >
      <Field label="Title">
        <Input value={title} maxLength={LENGTHS.review.title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <Field label="Owner" hint="Makes sure that the review gets written">
        <Combobox label="Owner" value={ownerId} options={nobody} onChange={setOwnerId} {...search} />
      </Field>
      <Field label="Facilitator" hint="Runs the meeting, ideally someone who didn't respond">
        <Combobox label="Facilitator" value={facilitatorId} options={nobody} onChange={setFacilitatorId} {...search} />
      </Field>
      <Field label="Authors">
        <TokenField
          label="Authors"
          values={authorIds}
          options={options}
          onChange={setAuthorIds}
          addLabel="Add an author"
          {...search}
        />
      </Field>
      <Field label="Approvers" optional>
        <TokenField
          label="Approvers"
          values={approverIds}
          options={options}
          onChange={setApproverIds}
          addLabel="Add an approver"
          {...search}
        />
      </Field>
      <Field label="Readers" optional hint="Can read it once it's published, even if the incident is restricted">
        <TokenField
          label="Readers"
          values={readerIds}
          options={options}
          onChange={setReaderIds}
          addLabel="Add a reader"
          {...search}
        />
      </Field>
      <DateField label="Publish by" value={dueAt} onChange={setDueAt} optional />
      <DateField
        label="Review meeting on"
        value={meetingOn}
        onChange={setMeetingOn}
        autoFocus={startsAtMeeting}
        optional
      />
    </FormDialog>
  );
}
