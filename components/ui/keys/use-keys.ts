"use client";
import { useContext, useEffect, useLayoutEffect, useRef } from "react";
import type { KeyBinding } from "./key-registry.ts";
import { KeyScopeContext, useKeyRegistry } from "./keys-provider.tsx";

/** Registers keys while the caller is mounted. They belong to the scope (dialog, palette, page) around it. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const registry = useKeyRegistry();
  const scope = useContext(KeyScopeContext);
  // The keyboard map calls `when` while it renders, where an effect event can't be called.
  const latest = useRef(bindings);
  useLayoutEffect(() => {
    latest.current = bindings;
  });
  const signature = JSON.stringify(
    bindings.map((one) => [one.keys, one.label, one.group, one.whileTyping, one.unlisted, one.yields]),
  );
  useEffect(() => {
    const set = (JSON.parse(signature) as unknown[]).flatMap((_, at) => {
      const binding = latest.current[at];
      const run = (event: KeyboardEvent) => latest.current[at]?.run(event);
      const when = (event: KeyboardEvent) => latest.current[at]?.when?.(event) ?? true;
      return binding ? [{ ...binding, scope, run, when }] : [];
    });
    return registry.add(set);
  }, [registry, scope, signature]);
}
