import { ZoneField } from "#components/base/time/zone-field.tsx";
import { useMyZone } from "#components/people/me/use-my-zone.ts";
import { Select } from "#components/ui/choices/select.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field, FieldFrame } from "#components/ui/fields/field.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SEVERITIES, SEVERITY_WORDS } from "#lib/base/vocabulary/incident.ts";
import type { WriteUpChoices } from "./use-write-ups.ts";
import styles from "./write-up.module.css";

const SEVERITY_OPTIONS = SEVERITIES.map((level) => ({ value: String(level), label: SEVERITY_WORDS[level] }));

type OptionsProps = {
  choices: WriteUpChoices;
  /** One file can have one day. */
  asksDay: boolean;
  onChange: (change: Partial<WriteUpChoices>) => void;
};

/** Choices about what the files themselves leave open. */
export function WriteUpOptions({ choices, asksDay, onChange }: OptionsProps) {
  const mine = useMyZone();
  return (
    <Section id="write-up-options" title="If a file doesn't specify">
      <div className={styles.options}>
        <FieldFrame label="Time zone" hint="For times without one. Leave it empty to answer later on the timeline.">
          <ZoneField
            label="Time zone"
            value={choices.zone}
            atHand={[...new Set(["UTC", ...(mine ? [mine] : [])])]}
            placeholder="Ask later"
            onChange={(zone) => onChange({ zone })}
          />
        </FieldFrame>
        {asksDay ? (
          <DateField
            label="Day"
            optional
            hint="For times without one. Leave it empty to answer later on the timeline."
            value={choices.date}
            onChange={(date) => onChange({ date })}
          />
        ) : null}
        <Field label="Severity" hint="For incidents whose text doesn't state one.">
          <Select
            value={String(choices.severity)}
            options={SEVERITY_OPTIONS}
            onChange={(event) => onChange({ severity: Number(event.target.value) })}
          />
        </Field>
      </div>
      <Checkbox
        label="Restrict the new incidents to you, until you choose who can read them"
        checked={choices.restricted}
        onChange={(event) => onChange({ restricted: event.target.checked })}
      />
    </Section>
  );
}
