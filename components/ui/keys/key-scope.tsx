"use client";
import { type ReactNode, useEffect, useId } from "react";
import { KeyScopeContext, useKeyRegistry } from "./keys-provider.tsx";

/** While mounted, only keys registered inside it are active. For dialogs, sheets and the palette. */
export function KeyScope({ children }: { children: ReactNode }) {
  const registry = useKeyRegistry();
  const scope = useId();
  useEffect(() => registry.enterScope(scope), [registry, scope]);
  return <KeyScopeContext value={scope}>{children}</KeyScopeContext>;
}
