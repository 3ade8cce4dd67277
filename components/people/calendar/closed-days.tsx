"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { ListRow, Rows } from "#components/ui/lists/rows.tsx";
import { longDay } from "#lib/base/time/local-date.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";

type Day = { date: string; name: string };

/** Days off in addition to the public holidays, such as a company day. */
export function ClosedDays({ days, onChange }: { days: readonly Day[]; onChange: (days: Day[]) => void }) {
  const [date, setDate] = useState<string | null>(null);
  const [name, setName] = useState("");
  const missing = date === null ? "Enter a day first" : name.trim() === "" ? "Enter a name first" : undefined;
  const add = () => {
    if (date === null || missing) return;
    const others = days.filter((day) => day.date !== date);
    onChange([...others, { date, name: name.trim() }].sort((a, b) => a.date.localeCompare(b.date)));
    setDate(null);
    setName("");
  };
  return (
    <fieldset className="stack tight">
      <legend className="second">Closing days</legend>
      {days.length > 0 ? (
        <Rows>
          {days.map((day) => (
            <ListRow key={day.date}>
              <span className="num nowrap">{longDay(day.date)}</span>
              <span className="fill truncate">{day.name}</span>
              <BareIconButton
                label={`Remove ${day.name}, ${longDay(day.date)}`}
                icon={<X size={14} />}
                onClick={() => onChange(days.filter((other) => other !== day))}
              />
            </ListRow>
          ))}
        </Rows>
      ) : null}
      <div className="stack tight two-columns">
        <DateField label="Closing day" optional value={date} onChange={setDate} placeholder="For example, 14 Aug" />
        <Field label="Name of the day" optional>
          <Input
            maxLength={LENGTHS.calendar.dayName}
            value={name}
            onChange={({ target }) => setName(target.value)}
            placeholder="For example, company day"
          />
        </Field>
      </div>
      <span>
        <Button disabledReason={missing} onClick={add}>
          Add closing day
        </Button>
      </span>
    </fieldset>
  );
}
