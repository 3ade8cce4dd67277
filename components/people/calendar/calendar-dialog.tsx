"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { reads } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { NotRead } from "#components/base/api/not-read.tsx";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { managedOption, useFoundTeams } from "#components/people/team/use-found-teams.ts";
import { ZoneMenu } from "#components/people/zone/zone-menu.tsx";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Field, FieldFrame } from "#components/ui/fields/field.tsx";
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

function CalendarForm({ calendar: opened, start, onDone }: FormProps) {
  const { calendar, form, submit, pending, setPending, takeOver } = useCalendarForm(opened, start, onDone);
  const teams = useFoundTeams();
  const places = useQuery(reads.calendar.places());
  const { errors, isSubmitting } = form.formState;
  const { teamId, ...fields } = form.watch();
  const preview = useQuery({ ...reads.calendar.preview(fields), enabled: fields.workingDays.length > 0 });
  const country = places.data?.items.find(({ code }) => code === fields.country);
  const options = (all: readonly { code: string; name: string }[] = []) =>
    all.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <form
      onSubmit={(event) => {
        // The last answer's errors would keep the form from being sent again.
        form.clearErrors();
        void submit(event);
      }}
      className={layoutStyles.stack}
      noValidate
    >
      {calendar ? null : (
        <Field label="Team" error={errors.teamId?.message}>
          <Combobox
            label="Team"
            value={teamId || null}
            options={teams.rows.map(managedOption)}
            nameOf={teams.nameOf}
            onSearch={teams.onSearch}
            onChange={(id) => {
              form.clearErrors("teamId");
              form.setValue("teamId", id);
            }}
          />
        </Field>
      )}
      <FieldFrame label="Time zone">
        <ZoneMenu value={fields.timeZone} onChange={(zone) => form.setValue("timeZone", zone)} />
      </FieldFrame>
      <Weekdays
        label="Working days"
        days={fields.workingDays}
        error={errors.workingDays?.message}
        onDays={(days) => form.setValue("workingDays", days)}
      />
      {places.error ? <NotRead what="countries" error={places.error} onRetry={() => void places.refetch()} /> : null}
      <Field label="Public holidays" error={errors.country?.message}>
        <Combobox
          label="Public holidays"
          value={fields.country ?? ""}
          options={[NO_COUNTRY, ...options(places.data?.items)]}
          onChange={(code) => {
            form.setValue("country", code || null);
            form.setValue("region", null);
          }}
        />
      </Field>
      {country && country.regions.length > 0 ? (
        <Field label="Region" error={errors.region?.message}>
          <Combobox
            label="Region"
            value={fields.region ?? ""}
            options={[WHOLE_COUNTRY, ...options(country.regions)]}
            onChange={(code) => form.setValue("region", code || null)}
          />
        </Field>
      ) : null}
      <ClosedDays
        days={fields.closedDays ?? []}
        onChange={(days) => form.setValue("closedDays", days)}
        pending={pending}
        onPending={setPending}
        onAdd={takeOver}
        isRefused={errors.closedDays !== undefined}
      />
      {preview.data ? <CalendarStrip ahead={preview.data} workingDays={fields.workingDays} /> : null}
      {preview.error ? (
        <NotRead what="the preview" error={preview.error} onRetry={() => void preview.refetch()} />
      ) : null}
      <FormRefusal message={errors.root?.message} />
      <DialogActions>
        <Button kind="ghost" onClick={onDone}>
          Cancel
        </Button>
        <Button kind="primary" type="submit" busy={isSubmitting} busyLabel={calendar ? "Saving" : "Adding"}>
          {calendar ? "Change calendar" : "Add calendar"}
        </Button>
      </DialogActions>
    </form>
  );
}

/** The fields, and the day off that is typed but not yet in the list. Calls `onDone` once they are saved. */
function useCalendarForm(opened: Calendar | undefined, start: Calendar, onDone: () => void) {
  // Kept as it was when opened, so saving over someone else's change is a conflict.
  const [calendar] = useState(opened);
  const { create, update } = useCalendarWrites();
  const form = useForm<CalendarFields & { teamId: string }>({
    defaultValues: { teamId: "", ...fieldsOfCalendar(calendar ?? start) },
  });
  const [pending, setPending] = useState(NO_PENDING_DAY);
  /** Adds the typed day off to the list, and returns the list. Null if that day isn't complete. */
  const takeOver = (typed: PendingDay) => {
    const added = withPending(form.getValues("closedDays") ?? [], typed);
    if (!added.ok) {
      form.setError("closedDays", { message: added.message });
      return null;
    }
    form.clearErrors("closedDays");
    form.setValue("closedDays", added.days);
    setPending(NO_PENDING_DAY);
    return added.days;
  };
  const submit = form.handleSubmit(async ({ teamId: team, ...typed }) => {
    const closedDays = takeOver(pending);
    if (closedDays === null) return;
    const values = { ...typed, closedDays };
    if (values.workingDays.length === 0)
      return form.setError("workingDays", { message: "Choose at least one working day" });
    if (!calendar && team === "") return form.setError("teamId", { message: "Choose a team" });
    try {
      await (calendar ? update(calendar, values) : create(team, values));
    } catch (error) {
      return placeRefusal(error, ["teamId", "timeZone", "country", "region"], form.setError);
    }
    onDone();
  });
  return { calendar, form, submit, pending, setPending, takeOver };
}
