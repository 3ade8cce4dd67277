"use client";
import { useState, useSyncExternalStore } from "react";
import { Checkbox } from "../checkbox.tsx";
import { Dialog } from "../dialog.tsx";
import { KeyMapList } from "./key-map-list.tsx";
import { useKeyRegistry } from "./keys-provider.tsx";
import { readSingleKeys, subscribeSingleKeys, writeSingleKeys } from "./single-keys.ts";
import { useKeys } from "./use-keys.ts";

/** The dialog behind "?": every key that works on this page now, and the switch for single keys. */
export function KeyMap() {
  const [open, setOpen] = useState(false);
  useKeys([{ keys: "?", label: "Show these keys", group: "Page", run: () => setOpen(true) }]);
  return (
    <Dialog open={open} onOpenChange={setOpen} title="Keyboard" widthPx={720}>
      <SingleKeySwitch />
      <RegisteredKeys />
    </Dialog>
  );
}

function RegisteredKeys() {
  const registry = useKeyRegistry();
  const bindings = useSyncExternalStore(registry.subscribe, registry.all, registry.all);
  return <KeyMapList bindings={bindings.filter((one) => one.scope === null)} />;
}

function SingleKeySwitch() {
  const on = useSyncExternalStore(subscribeSingleKeys, readSingleKeys, () => true);
  return (
    <Checkbox
      label="Keys without a modifier act on the page (off while you type in any case)"
      checked={on}
      onChange={(event) => writeSingleKeys(event.target.checked)}
    />
  );
}
