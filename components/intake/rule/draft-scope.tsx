"use client";

import { createContext, type ReactNode, use, useMemo, useState } from "react";
import type { DeliveryEvent } from "#lib/contract/integration.ts";
import { draftFor, type RuleDraft } from "./rule-draft.ts";

interface RuleDraftScope {
  draft: RuleDraft | null;
  setDraft: (draft: RuleDraft | null) => void;
  /** Starts a rule from an unassigned event, and scrolls to it. */
  startFrom: (event: DeliveryEvent) => void;
}

const Scope = createContext<RuleDraftScope | null>(null);
export const ROUTING_ID = "routing";

/** The rule that is being written on this page, shared by the deliveries and the routing. */
export function RuleDraftProvider({ children }: { children: ReactNode }) {
  const [draft, setDraft] = useState<RuleDraft | null>(null);
  const scope = useMemo(
    () => ({
      draft,
      setDraft,
      startFrom: (event: DeliveryEvent) => {
        setDraft(draftFor(event));
        requestAnimationFrame(() => document.getElementById(ROUTING_ID)?.scrollIntoView({ block: "start" }));
      },
    }),
    [draft],
  );
  return <Scope value={scope}>{children}</Scope>;
}

/** Returns the draft of the surrounding rule. Only inside a RuleDraftProvider. */
export function useRuleDraft(): RuleDraftScope {
  const scope = use(Scope);
  if (!scope) throw new Error("useRuleDraft needs a RuleDraftProvider as an ancestor.");
  return scope;
}
