"use client";

import { X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { ListRow, Rows } from "#components/ui/lists/rows.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { longDay } from "#lib/base/time/local-date.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { type PendingDay, withPending } from "./pending-day.ts";

type Day = { date: string; name: string };

type ClosedDaysProps = {
  days: readonly Day[];
  onChange: (days: Day[]) => void;
  /** The day that is typed. */
  pending: PendingDay;
  onPending: (pending: PendingDay) => void;
  /** Adds the typed day to the list. */
  onAdd: (pending: PendingDay) => void;
  /** The typed day was needed and isn't complete. */
  isRefused: boolean;
};

/** Days off in addition to the public holidays, such as a company day. */
export function ClosedDays({ days, onChange, pending, onPending, onAdd, isRefused }: ClosedDaysProps) {
  const { date, name } = pending;
  const added = withPending(days, pending);
  const missing = added.ok ? undefined : added.message;
  const errorOf = (field: "date" | "name") => (isRefused && !added.ok && added.field === field ? missing : undefined);
  // Else it would send the form.
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    onAdd(pending);
  };
  return (
    <fieldset className={layoutStyles.tightStack}>
      <legend className={textStyles.secondary}>Days off</legend>
      {days.length > 0 ? (
        <Rows>
          {days.map((day) => (
            <ListRow key={day.date}>
              <span className={cx(textStyles.figure, textStyles.unbroken)}>{longDay(day.date)}</span>
              <span className={cx(layoutStyles.fill, textStyles.truncated)}>{day.name}</span>
              <BareIconButton
                label={`Remove ${day.name}, ${longDay(day.date)}`}
                icon={<X size={14} />}
                onClick={() => onChange(days.filter((other) => other !== day))}
              />
            </ListRow>
          ))}
        </Rows>
      ) : null}
      <div className={layoutStyles.tightColumns}>
        <DateField
          label="Day off"
          optional
          value={date}
          onChange={(next) => onPending({ ...pending, date: next })}
          onUnread={(isUnread) => onPending({ ...pending, isUnread })}
          onEnter={(next) => onAdd({ ...pending, date: next })}
          error={errorOf("date")}
          placeholder="For example, 14 Aug"
        />
        <Field label="Name of the day" optional error={errorOf("name")}>
          <Input
            maxLength={LENGTHS.calendar.dayName}
            value={name}
            onChange={({ target }) => onPending({ ...pending, name: target.value })}
            onKeyDown={addOnEnter}
            placeholder="For example, company day"
          />
        </Field>
      </div>
      <span>
        <Button
          disabledReason={missing ?? (date === null ? "Enter a day first" : undefined)}
          onClick={() => onAdd(pending)}
        >
          Add day off
        </Button>
      </span>
    </fieldset>
  );
}
