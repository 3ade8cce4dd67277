"use client";
import { ThemeProvider } from "next-themes";
import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Checkbox } from "../fields/checkbox.tsx";
import { KeyMapList } from "../keys/key-map-list.tsx";
import { KeysProvider, useKeyRegistry } from "../keys/keys-provider.tsx";
import { readSingleKeys, subscribeSingleKeys, writeSingleKeys } from "../keys/single-keys.ts";
import { useKeys } from "../keys/use-keys.ts";
import { Dialog } from "../overlays/dialog.tsx";
import { Toaster } from "../overlays/toast.tsx";
import { answerEarlyInput } from "./early-input.ts";

/** The dialog for "?": every active key of this page, and the setting for single keys. */
function KeyMap() {
  const [open, setOpen] = useState(false);
  useKeys([{ keys: "?", label: "Show keyboard shortcuts", group: "Page", run: () => setOpen(true) }]);
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
      label="Use single keys, such as J and K, except while you type"
      checked={on}
      onChange={(event) => writeSingleKeys(event.target.checked)}
    />
  );
}

const TOOLTIP_DELAY_MS = 400;

/** Theme, tooltips, keys with their map, and toasts, once around the whole page. `nonce` allows its first script. */
export function UiProvider({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  // Runs after the effects of everything in the page, so its keys are registered.
  useEffect(answerEarlyInput, []);
  return (
    <ThemeProvider
      attribute="data-theme"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      {...(nonce ? { nonce } : {})}
    >
      <Tooltip.Provider delayDuration={TOOLTIP_DELAY_MS}>
        <KeysProvider>
          {children}
          <KeyMap />
          <Toaster />
        </KeysProvider>
      </Tooltip.Provider>
    </ThemeProvider>
  );
}
