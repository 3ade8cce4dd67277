import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "#components/ui/overlays/menu.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { useTold } from "./frame.tsx";

export function ButtonStory() {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const [told, tell] = useTold();
  return (
    <>
      <Button
        kind="primary"
        keys="mod+Enter"
        busy={busy}
        busyLabel="Publishing…"
        onClick={() => {
          tell("published");
          setBusy(true);
        }}
      >
        Publish
      </Button>
      <Button
        disabledReason={refused ? "Ask an admin" : undefined}
        onClick={() => {
          tell("closed");
          setRefused(true);
        }}
      >
        Close
      </Button>
      {told}
    </>
  );
}

export function DialogStory() {
  const [open, setOpen] = useState(false);
  const [told, tell] = useTold();
  useKeys([{ keys: "n", label: "New", group: "Page", run: () => tell("key of the page") }]);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Delete demo data</Button>
      <input aria-label="Filter" />
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title="Delete demo data?"
        description="It can't be undone."
        confirmLabel="Delete demo data"
        onConfirm={() => {
          setOpen(false);
          tell("deleted");
        }}
      />
      {told}
    </>
  );
}

/** A dialog with a field that is in no form, and a search. */
export function NamingStory() {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [told, tell] = useTold();
  useKeys([
    { keys: "s", label: "Split", group: "Page", run: () => setOpen(true) },
    { keys: "n", label: "New", group: "Page", run: () => tell("key of the page") },
  ]);
  return (
    <>
      {told}
      <Button onClick={() => setOpen(true)}>Split</Button>
      <Dialog open={open} onOpenChange={setOpen} title="Split condition">
        <Field label="Name">
          <Input autoFocus value={name} onChange={({ target }) => setName(target.value)} />
        </Field>
        <input type="search" aria-label="Find a factor" />
      </Dialog>
    </>
  );
}

export function MenuStory() {
  const [sort, setSort] = useState("due");
  const [told, tell] = useTold();
  return (
    <>
      <input aria-label="Filter" />
      <Menu trigger={<button type="button">More</button>}>
        <MenuItem onSelect={() => tell("rename")}>Rename</MenuItem>
        <MenuItem disabled onSelect={() => tell("move")}>
          Move
        </MenuItem>
        <MenuItem href="/reviews">Reviews</MenuItem>
        <MenuItem danger onSelect={() => tell("archive")}>
          Archive
        </MenuItem>
        <MenuSeparator />
        <MenuChoice
          label="Order"
          value={sort}
          onChange={setSort}
          options={[
            { value: "due", label: "By date" },
            { value: "title", label: "By title" },
          ]}
        />
      </Menu>
      {told}
    </>
  );
}

export function ToastStory() {
  const [told, tell] = useTold();
  const undo = (name: string) => () => tell(`undid ${name}`);
  return (
    <>
      <Button onClick={() => toastDone("Rule saved", { undo: undo("the rule") })}>Save the rule</Button>
      <Button onClick={() => toastDone("Team saved", { undo: undo("the team") })}>Save the team</Button>
      <Button onClick={() => toastError("Couldn't save", { label: "Try again", run: () => tell("again") })}>
        Fail
      </Button>
      <input aria-label="Title" />
      {told}
    </>
  );
}
