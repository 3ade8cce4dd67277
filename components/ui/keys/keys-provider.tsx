"use client";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { advanceSequence, type PendingSequence } from "./advance-sequence.ts";
import { chordOf, chordsOf, isSingleKey } from "./chord.ts";
import { isTyping } from "./is-typing.ts";
import { createKeyRegistry, type KeyRegistry } from "./key-registry.ts";
import { readSingleKeys, subscribeSingleKeys } from "./single-keys.ts";

const RegistryContext = createContext<KeyRegistry | null>(null);
export const KeyScopeContext = createContext<string | null>(null);

const passedOn = new WeakSet<Event>();

/** Passes on to the page a key press that something small also uses, such as the Esc of a tooltip. */
export const passOn = (event: Event): void => void passedOn.add(event);

/** The registry of the nearest `KeysProvider`. */
export function useKeyRegistry(): KeyRegistry {
  const registry = useContext(RegistryContext);
  if (!registry) throw new Error("Keys need a KeysProvider as an ancestor.");
  return registry;
}

/** Listens to the keyboard once for the whole page and runs the bindings registered with `useKeys`. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createKeyRegistry);
  const singleKeys = useSyncExternalStore(subscribeSingleKeys, readSingleKeys, () => true);
  useEffect(() => listen(registry, singleKeys), [registry, singleKeys]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

function listen(registry: KeyRegistry, singleKeys: boolean): () => void {
  let pending: PendingSequence | null = null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (
      (event.defaultPrevented && !passedOn.has(event)) ||
      event.isComposing ||
      /^(Shift|Control|Alt|Meta)$/.test(event.key)
    )
      return;
    const chord = chordOf(event);
    if (!singleKeys && isSingleKey(chord)) return;
    const typing = isTyping(event.target);
    const bindings = registry.active().filter((one) => (!typing || one.whileTyping) && (one.when?.(event) ?? true));
    const step = advanceSequence(
      pending,
      { chord, atMs: event.timeStamp },
      bindings.map((one) => chordsOf(one.keys)),
    );
    pending = step.pending;
    const binding = step.matched === null ? undefined : bindings[step.matched];
    if (!binding) return;
    event.preventDefault();
    binding.run(event);
  };
  window.addEventListener("keydown", onKeyDown);
  return () => window.removeEventListener("keydown", onKeyDown);
}
