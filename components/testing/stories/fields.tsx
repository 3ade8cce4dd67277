import { useState } from "react";
import { useWhen } from "#components/base/time/use-when.ts";
import { WhenField } from "#components/base/time/when-field.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { DropZone } from "#components/ui/fields/drop-zone.tsx";
import { EditableText } from "#components/ui/fields/editable-text.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { useTold } from "./frame.tsx";

export function FieldStory() {
  const [text, setText] = useState("");
  return (
    <Field label="Title" hint="At most 80 characters" error={text === "?" ? "Enter a title" : undefined} optional>
      <Input maxLength={LENGTHS.service.name} value={text} onChange={(event) => setText(event.target.value)} />
    </Field>
  );
}

export function DateFieldStory() {
  const [value, setValue] = useState<string | null>("2026-11-27");
  const [told, tell] = useTold();
  return (
    <>
      <DateField
        label="Due"
        hint="A day, in words or figures"
        value={value}
        today="2026-11-28"
        onChange={(next) => {
          setValue(next);
          tell(next);
        }}
      />
      <button type="button">Next</button>
      {told}
    </>
  );
}

export function WhenFieldStory() {
  const when = useWhen("", "UTC");
  return (
    <>
      <WhenField label="Start" when={when} zones={["UTC", "Europe/Dublin"]} emptyWords="Not known yet" />
      <output aria-label="Told">{when.reading?.ok ? when.reading.at : ""}</output>
    </>
  );
}

export function EditableTextStory() {
  const [value, setValue] = useState("Checkout");
  const [told, tell] = useTold();
  return (
    <>
      <EditableText
        label="Name"
        value={value}
        check={(typed) => (typed === "" ? "Enter a name" : null)}
        onSave={(next) => {
          setValue(next);
          tell(next);
        }}
      />
      <button type="button">Next</button>
      {told}
    </>
  );
}

export function CheckboxStory() {
  const [ticked, setTicked] = useState<string[]>([]);
  const toggle = (name: string) => () =>
    setTicked(ticked.includes(name) ? ticked.filter((one) => one !== name) : [...ticked, name]);
  return (
    <>
      <Checkbox
        label="All"
        checked={ticked.length === 2}
        indeterminate={ticked.length === 1}
        onChange={() => setTicked(ticked.length === 2 ? [] : ["Mail", "Search"])}
      />
      <Checkbox label="Mail" checked={ticked.includes("Mail")} onChange={toggle("Mail")} />
      <Checkbox aria-label="Search" checked={ticked.includes("Search")} onChange={toggle("Search")} />
    </>
  );
}

/** A form with a day, as one sends it: with the day that its own state has. */
/** A dialog with a text and a filter outside of any form. */
export function NoteDialogStory() {
  const [told, tell] = useTold();
  return (
    <Dialog open onOpenChange={() => tell("closed")} title="Verify">
      <Input aria-label="Filter" />
      <Textarea aria-label="Note" />
      {told}
    </Dialog>
  );
}

export function DayDialogStory() {
  const [day, setDay] = useState<string | null>("2026-11-27");
  const [told, tell] = useTold();
  const send = () => {
    tell(day);
    return true;
  };
  return (
    <FormDialog title="Milestone" confirm="Save" onSend={send} onClose={() => tell("closed")}>
      <DateField label="Due" optional value={day} today="2026-11-28" onChange={setDay} />
      {told}
    </FormDialog>
  );
}

export function DropZoneStory() {
  const [told, tell] = useTold();
  return (
    <>
      <DropZone title="Drop files" accept=".md" multiple onFiles={(files) => tell(files.map(({ name }) => name))} />
      {told}
    </>
  );
}
