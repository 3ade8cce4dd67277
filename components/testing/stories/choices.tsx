import { useState } from "react";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Options } from "#components/ui/choices/option.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { TokenField } from "#components/ui/choices/token-field.tsx";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { submitOnModEnter } from "#components/ui/keys/submit-on-mod-enter.ts";
import { useTold } from "./frame.tsx";

const STATES = ["Proposed", "Accepted", "In progress", "Implemented"].map((label) => ({ value: label, label }));
const SERVICES = ["Checkout", "Mail", "Search", "Sign-in", "Uploads", "Billing", "Billing export"].map((label) => ({
  value: label.toLowerCase(),
  label,
}));

export function ValueMenuStory() {
  const [value, setValue] = useState("Proposed");
  const [told, tell] = useTold();
  return (
    <>
      <ValueMenu
        label="Status"
        value={value}
        options={STATES.map((state) => ({ ...state, disabled: state.value === "In progress" }))}
        onChange={(next) => {
          setValue(next);
          tell(next);
        }}
        trigger={<button type="button">Status: {value}</button>}
      />
      {told}
    </>
  );
}

export function ComboboxStory() {
  const [value, setValue] = useState<string | null>(null);
  const [told, tell] = useTold();
  return (
    <>
      <Field
        label="Service"
        hint="The one that failed first"
        error={value === "mail" ? "Choose another one" : undefined}
      >
        <Combobox
          label="Service"
          value={value}
          options={SERVICES}
          onChange={(next) => {
            setValue(next);
            tell(next);
          }}
        />
      </Field>
      {told}
    </>
  );
}

const NO_ONE = { value: "", label: "No owner", isNone: true };

export function OptionalComboboxStory() {
  const [value, setValue] = useState("");
  return <Combobox label="Owner" value={value} options={[NO_ONE, ...SERVICES.slice(0, 2)]} onChange={setValue} />;
}

/** Words of each service that its label doesn't have, as when a server looks into texts. */
const FOUND_BY = ["billing invoices", "export nightly", "checkout basket"];

export function FoundComboboxStory() {
  const [value, setValue] = useState("");
  const [words, setWords] = useState("");
  const found = SERVICES.filter((_, index) => FOUND_BY[index]?.includes(words));
  return <Combobox label="Owner" value={value} options={[NO_ONE, ...found]} onSearch={setWords} onChange={setValue} />;
}

export function TokenFieldStory() {
  const [values, setValues] = useState<string[]>(["mail"]);
  const [created, setCreated] = useState<string[]>([]);
  const [isSent, setSent] = useState(false);
  return (
    <form
      onKeyDown={submitOnModEnter}
      onSubmit={(event) => {
        event.preventDefault();
        setSent(true);
      }}
    >
      <TokenField
        label="Services"
        values={values}
        options={[...SERVICES, ...created.map((label) => ({ value: label, label }))]}
        onChange={setValues}
        addLabel="Add a service"
        onCreate={(typed) => {
          setCreated([...created, typed]);
          setValues([...values, typed]);
        }}
      />
      <output aria-label="Told">
        {isSent ? "Sent: " : ""}
        {values.join(", ")}
      </output>
    </form>
  );
}

export function SelectStory() {
  const [told, tell] = useTold();
  return (
    <>
      <Field label="Priority">
        <Select
          defaultValue=""
          placeholder="Choose"
          options={["P0", "P1", "P2"].map((label) => ({ value: label, label, disabled: label === "P0" }))}
          onChange={(event) => tell(event.target.value)}
        />
      </Field>
      {told}
    </>
  );
}

export function OptionsStory() {
  const [value, setValue] = useState<string | null>("keep");
  return (
    <>
      <button type="button">Before</button>
      <Options
        label="What happens to its actions"
        value={value}
        onChange={setValue}
        options={[
          { value: "drop", label: "Decline them", consequence: "Their owners are told" },
          { value: "keep", label: "Keep them" },
          { value: "move", label: "Move them", disabled: true },
        ]}
      />
      <output aria-label="Told">{value}</output>
    </>
  );
}
