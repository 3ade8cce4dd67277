import { api } from "#components/base/api/client.ts";
import type { ChangeDecisionKind } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";

/** Returns the write that undoes the newest decision of a kind: the one that was added here a moment ago. */
export const undoNewest =
  (key: string, kind: ChangeDecisionKind) =>
  async (version: number): Promise<StrategicChange> => {
    const { items } = await api.strategicChange.decisions({ key });
    const added = items.find((one) => one.kind === kind);
    return api.strategicChange.undoDecision({ key, version, decisionId: added?.id ?? "" });
  };
