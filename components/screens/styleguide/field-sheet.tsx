import { useState } from "react";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Options } from "#components/ui/choices/option.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { TokenField } from "#components/ui/choices/token-field.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FindField } from "#components/ui/fields/find-field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { Chip } from "#components/ui/labels/chip.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { FilterBar } from "#components/ui/lists/filter-bar.tsx";
import type { Filter } from "#components/ui/lists/filter-field.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { FIELDS, PEOPLE, SERVICES } from "./samples.ts";
import { Specimen } from "./specimen.tsx";
import styles from "./styleguide.module.css";

const TODAY = "2017-02-14";

/** Fields of forms in their states. */
export function FieldSheet() {
  const [due, setDue] = useState<string | null>("2017-02-17");
  const [owner, setOwner] = useState<string | null>(null);
  const [services, setServices] = useState(["mail"]);
  const [severity, setSeverity] = useState<string | null>("3");
  const [find, setFind] = useState("");
  const [filters, setFilters] = useState<Filter[]>([
    { field: "owner", values: ["aiko"] },
    { field: "due", values: ["past"] },
  ]);
  return (
    <>
      <Specimen title="Fields" note="label always visible">
        <div className={styles.form}>
          <Field label="Title" hint="Describe what customers noticed, not the cause.">
            <Input defaultValue="Acme Mail: outgoing queue growing" />
          </Field>
          <Field label="Email" error="No account has this address">
            <Input type="email" defaultValue="priya@acme" />
          </Field>
          <Field label="Priority">
            <Select
              defaultValue="1"
              options={[
                { value: "0", label: "P0" },
                { value: "1", label: "P1" },
              ]}
            />
          </Field>
          <Field label="Owner" optional>
            <Combobox label="Owner" value={owner} options={PEOPLE} onChange={setOwner} placeholder="No owner" />
          </Field>
          <Field label="Not yours" hint="Only an admin can change this.">
            <Input defaultValue="Acme" disabled />
          </Field>
          <Field label="Large">
            <Input size="lg" placeholder="you@acme.example" />
          </Field>
        </div>
      </Specimen>
      <Specimen title="Dates, text, tokens" note="a typed day is echoed">
        <div className={styles.form}>
          <DateField
            label="Due"
            value={due}
            onChange={setDue}
            today={TODAY}
            hint="A past day is fine for old incidents."
          />
          <DateField
            label="Publish by"
            value={null}
            onChange={setDue}
            today={TODAY}
            error="Before the review meeting"
          />
          <Field label="Services">
            <TokenField
              label="Services"
              values={services}
              options={SERVICES}
              onChange={setServices}
              addLabel="Add a service"
            />
          </Field>
          <Field label="Why">
            <Textarea reading defaultValue="The restore drill found an empty folder." />
          </Field>
        </div>
      </Specimen>
      <Specimen title="Options" note="each states its consequence" wide>
        <Options
          label="Severity"
          value={severity}
          onChange={setSeverity}
          options={[
            { value: "1", label: <SevTag level={1} />, consequence: "Most customers, or data lost" },
            { value: "2", label: <SevTag level={2} />, consequence: "Main job broken for some" },
            { value: "3", label: <SevTag level={3} />, consequence: "Slower or partly broken" },
            { value: "4", label: <SevTag level={4} />, consequence: "Hardly noticed" },
          ]}
        />
      </Specimen>
      <Specimen title="Filter" note="each part is a menu" wide>
        <FilterBar
          fields={FIELDS}
          filters={filters}
          onChange={setFilters}
          left={<FindField label="Search actions" maxLength={LENGTHS.search} value={find} onChange={setFind} />}
          right={
            <Chip>
              <span className={textStyles.muted}>Sort</span>Oldest
            </Chip>
          }
        />
      </Specimen>
    </>
  );
}
