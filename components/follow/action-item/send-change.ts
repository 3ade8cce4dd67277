import { api } from "#components/base/api/client.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { Change } from "./change.ts";

/** Sends one change of one action item, as read in that version. */
export function sendChange(key: string, version: number, change: Change): Promise<ActionItem> {
  const row = { key, version };
  switch (change.kind) {
    case "owner":
      return api.actionItem.update({ ...row, ownerId: change.owner?.id ?? null });
    case "team":
      return api.actionItem.update({ ...row, teamId: change.team?.id ?? null });
    case "due":
      return api.actionItem.update({
        ...row,
        dueDate: change.dueDate,
        ...(change.reason ? { dueReason: change.reason } : {}),
      });
    case "priority":
      return api.actionItem.update({ ...row, priority: change.priority });
    case "blocked":
      return api.actionItem.update({ ...row, blockedReason: change.blockedReason });
    case "archived":
      return api.actionItem.update({ ...row, archived: change.archived });
    case "texts":
      return api.actionItem.update({ ...row, ...change.texts });
    case "factors":
      return api.actionItem.update({ ...row, factorIds: change.factorIds });
    case "step": {
      const { kind: _kind, ...step } = change;
      return api.actionItem.transition({ ...row, ...step });
    }
  }
}
