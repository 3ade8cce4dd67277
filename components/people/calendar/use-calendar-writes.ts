"use client";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import type { Inputs } from "#components/base/api/reads.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { capital } from "#lib/base/text/sentence.ts";
import type { Calendar } from "#lib/contract/calendar.ts";
import { calendarWords } from "./working-days.ts";

export type CalendarFields = Inputs["calendar"]["preview"];

/** Returns the fields of a calendar that can be changed. */
export const fieldsOfCalendar = ({ timeZone, workingDays, country, region, closedDays }: Calendar): CalendarFields => ({
  ...{ timeZone, workingDays, country, region, closedDays },
});

/** Adds, changes and removes calendars, each with a toast and undo. Adding and changing throw the server's error. */
export function useCalendarWrites() {
  const client = useQueryClient();
  const done = async (words: string, undo?: () => Promise<void>) => {
    await refresh(client, "calendar");
    const undoIt = () => void undo?.().catch((error: unknown) => toastError(wordsOf(error)));
    toastDone(words, undo ? { undo: undoIt } : {});
  };
  const create = async (teamId: string, fields: CalendarFields) => {
    const made = await api.calendar.create({ teamId, ...fields });
    await done(`${capital(calendarWords(made))} added`, async () => {
      await api.calendar.remove({ id: made.id, version: made.version });
      await done("Undone");
    });
  };
  const update = async (calendar: Calendar, fields: CalendarFields) => {
    const { id, version } = calendar;
    const saved = await api.calendar.update({ id, version, ...fields }).catch(async (error: unknown) => {
      // A form that is open then shows what someone else saved.
      await refresh(client, "calendar");
      throw error;
    });
    await done(`${capital(calendarWords(calendar))} changed`, async () => {
      await api.calendar.update({ id, version: saved.version, ...fieldsOfCalendar(calendar) });
      await done("Undone");
    });
  };
  const remove = async (calendar: Calendar) => {
    const { id, version, team } = calendar;
    try {
      await api.calendar.remove({ id, version });
    } catch (error) {
      await refresh(client, "calendar");
      toastError(wordsOf(error));
      return;
    }
    await done(`${capital(calendarWords(calendar))} removed`, async () => {
      if (team) await api.calendar.create({ teamId: team.id, ...fieldsOfCalendar(calendar) });
      await done("Undone");
    });
  };
  return { create, update, remove };
}
