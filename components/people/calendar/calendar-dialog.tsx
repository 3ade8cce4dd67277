"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ClashNote } from "#components/base/api/clash-note.tsx";
import { reads } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { NotRead } from "#components/base/api/not-read.tsx";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { useEditedFields } from "#components/base/api/use-edited-fields.ts";
import { managedOption, useFoundTeams } from "#components/people/team/use-found-teams.ts";
import { ZoneMenu } from "#components/people/zone/zone-menu.tsx";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Field, FieldFrame } from "#components/ui/fields/field.tsx";
import { focusFirstError } from "#components/ui/fields/focus-first-error.ts";
import { submitOnModEnter } from "#components/ui/keys/submit-on-mod-enter.ts";
import { Dialog, DialogActions } from "#components/ui/overlays/dialog.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import type { Calendar } from "#lib/contract/calendar.ts";
import { CalendarStrip } from "./calendar-strip.tsx";
import { ClosedDays } from "./closed-days.tsx";
import { NO_PENDING_DAY, type PendingDay, withPending } from "./pending-day.ts";
import { type CalendarFields, fieldsOfCalendar, useCalendarWrites } from "./use-calendar-writes.ts";
import { Weekdays } from "./weekdays.tsx";
import { calendarWords } from "./working-days.ts";

type CalendarDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The calendar to change. Left out to add one. */
  calendar?: Calendar | undefined;
  /** The fields of a new one. */
  start: Calendar;
};

/** Adds a calendar for a team, or changes one, with a preview of the next days off. */
export function CalendarDialog({ open, onOpenChange, calendar, start }: CalendarDialogProps) {
  const title = calendar ? `Change ${calendarWords(calendar)}` : "Add calendar";
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} widthPx={560}>
      <CalendarForm calendar={calendar} start={start} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

const NO_COUNTRY = { value: "", label: "No public holidays" };
const WHOLE_COUNTRY = { value: "", label: "Whole country" };

type FormProps = Pick<CalendarDialogProps, "calendar" | "start"> & { onDone: () => void };

const CLASH_WORDS: Record<keyof CalendarFields, string> = {
  ...{ timeZone: "time zone", workingDays: "working days", country: "public holidays" },
  ...{ region: "region", closedDays: "days off" },
};

function CalendarForm({ calendar, start, onDone }: FormProps) {
  const { fields, set, clashes, takeTheirs, errors, ...form } = useCalendarForm(calendar, start, onDone);
  const teams = useFoundTeams();
  const places = useQuery(reads.calendar.places());
  const hasDays = fields.workingDays.length > 0;
  const preview = useQuery({ ...reads.calendar.preview(fields), enabled: hasDays });
  const country = places.data?.items.find(({ code }) => code === fields.country);
  const options = (all: readonly { code: string; name: string }[] = []) =>
    all.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <form
      onSubmit={(event) => void form.submit(event)}
      onKeyDown={submitOnModEnter}
      className={layoutStyles.stack}
      noValidate
    >
      <ClashNote clashes={clashes} labels={CLASH_WORDS} isRemoved={false} onTakeTheirs={takeTheirs} />
      {calendar ? null : (
        <Field label="Team" error={errors.teamId}>
          <Combobox
            label="Team"
            value={form.teamId || null}
            options={teams.rows.map(managedOption)}
            nameOf={teams.nameOf}
            onSearch={teams.onSearch}
            onChange={form.chooseTeam}
          />
        </Field>
      )}
      <FieldFrame label="Time zone">
        <ZoneMenu value={fields.timeZone} onChange={(timeZone) => set({ timeZone })} />
      </FieldFrame>
      <Weekdays
        label="Working days"
        days={fields.workingDays}
        error={errors.workingDays}
        onDays={(workingDays) => set({ workingDays })}
      />
      {places.error ? <NotRead what="countries" error={places.error} onRetry={() => void places.refetch()} /> : null}
      <Field label="Public holidays" error={errors.country}>
        <Combobox
          label="Public holidays"
          value={fields.country ?? ""}
          options={[NO_COUNTRY, ...options(places.data?.items)]}
          onChange={(code) => set({ country: code || null, region: null })}
        />
      </Field>
      {country && country.regions.length > 0 ? (
        <Field label="Region" error={errors.region}>
          <Combobox
            label="Region"
            value={fields.region ?? ""}
            options={[WHOLE_COUNTRY, ...options(country.regions)]}
            onChange={(code) => set({ region: code || null })}
          />
        </Field>
      ) : null}
      <ClosedDays
        days={fields.closedDays ?? []}
        onChange={(closedDays) => set({ closedDays })}
        pending={form.pending}
        onPending={form.setPending}
        onAdd={form.takeOver}
        isRefused={errors.closedDays !== undefined}
      />
      {preview.data && hasDays ? <CalendarStrip ahead={preview.data} workingDays={fields.workingDays} /> : null}
      {preview.error ? (
        <NotRead what="the preview" error={preview.error} onRetry={() => void preview.refetch()} />
      ) : null}
      <FormRefusal message={errors.root} />
      <DialogActions>
        <Button kind="ghost" onClick={onDone}>
          Cancel
        </Button>
        <Button kind="primary" type="submit" busy={form.isBusy} busyLabel={calendar ? "Saving" : "Adding"}>
          {calendar ? "Change calendar" : "Add calendar"}
        </Button>
      </DialogActions>
    </form>
  );
}

type Fault = "teamId" | "timeZone" | "workingDays" | "country" | "region" | "closedDays" | "root";
const PLACED = ["teamId", "timeZone", "workingDays", "country", "region"] as const satisfies readonly Fault[];

/** The fields, and the day off that is typed but not yet in the list. Calls `onDone` once they are saved. */
function useCalendarForm(calendar: Calendar | undefined, start: Calendar, onDone: () => void) {
  const { create, update } = useCalendarWrites();
  const edited = useEditedFields<Calendar, CalendarFields>(calendar ?? null, (row) => fieldsOfCalendar(row ?? start));
  const { fields, set } = edited;
  const [teamId, setTeamId] = useState("");
  const [errors, setErrors] = useState<Partial<Record<Fault, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const [pending, setPending] = useState(NO_PENDING_DAY);
  /** Adds the typed day off to the list, and returns the list. Null if that day isn't complete. */
  const takeOver = (typed: PendingDay) => {
    const added = withPending(fields.closedDays ?? [], typed);
    setErrors(({ closedDays: _, ...others }) => (added.ok ? others : { ...others, closedDays: added.message }));
    if (!added.ok) return null;
    set({ closedDays: added.days });
    setPending(NO_PENDING_DAY);
    return added.days;
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    // The last answer's errors belong to what was sent then.
    setErrors({});
    const closedDays = takeOver(pending);
    if (closedDays === null) return;
    if (fields.workingDays.length === 0) return setErrors({ workingDays: "Choose at least one working day" });
    if (!calendar && teamId === "") return setErrors({ teamId: "Choose a team" });
    setBusy(true);
    try {
      const values = { ...fields, closedDays };
      await (calendar ? update(calendar, values) : create(teamId, values));
      onDone();
    } catch (error) {
      placeRefusal<Record<string, string>>(error, PLACED, (field, { message }) =>
        setErrors((before) => ({ ...before, [field]: message })),
      );
      focusFirstError(form);
    } finally {
      setBusy(false);
    }
  };
  const chooseTeam = (id: string) => {
    setErrors(({ teamId: _, ...others }) => others);
    setTeamId(id);
  };
  return { ...edited, teamId, chooseTeam, errors, isBusy, submit, pending, setPending, takeOver };
}
