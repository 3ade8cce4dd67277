"use client";

import { useState } from "react";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import type { LocalDate } from "#lib/base/time/local-date.ts";

interface SnoozeDialogProps {
  today: LocalDate;
  onPick: (day: LocalDate) => void;
  onClose: () => void;
}

/** Asks for the day on whose morning a message is new again. */
export function SnoozeDialog({ today, onPick, onClose }: SnoozeDialogProps) {
  const [day, setDay] = useState<LocalDate | null>(null);
  const [isTried, setTried] = useState(false);
  const error = day === null ? "Enter a day" : day <= today ? "Enter a future day" : undefined;
  const send = () => {
    setTried(true);
    if (error || day === null) return false;
    onPick(day);
    onClose();
    return true;
  };
  return (
    <FormDialog title="Snooze until" confirm="Snooze" onSend={send} onClose={onClose}>
      <DateField
        label="Day"
        value={day}
        onChange={setDay}
        today={today}
        autoFocus
        hint="It returns at 09:00."
        error={isTried ? error : undefined}
      />
    </FormDialog>
  );
}
