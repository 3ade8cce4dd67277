"use client";

import { api } from "#components/base/api/client.ts";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import type { ChangeMilestone, StrategicChange } from "#lib/contract/strategic-change.ts";
import { useChangeStrategic } from "../use-change.ts";

type Added = Parameters<typeof api.strategicChange.addMilestone>[0];
type Edited = Parameters<typeof api.strategicChange.changeMilestone>[0];

/** Adds, changes and removes the milestones of a change. Each can be undone. `place` shows errors at the fields of a form. */
export function useMilestones(change: StrategicChange, place?: (error: unknown) => boolean) {
  const { send, isBusy } = useChangeStrategic();
  const { key } = change;
  const write = ({ version, ...edited }: Omit<Edited, "key">, done: (saved: StrategicChange) => void) =>
    send(
      key,
      version,
      (latest) => api.strategicChange.changeMilestone({ key, version: latest, ...edited }),
      done,
      place,
    );
  const undo =
    (milestoneId: string, back: Omit<Edited, "key" | "version" | "milestoneId">) => (saved: StrategicChange) =>
      write({ milestoneId, version: saved.version, ...back }, () => toastDone("Undone"));
  return {
    isBusy,
    add: (added: Omit<Added, "key" | "version">, onDone: () => void) =>
      send(
        key,
        change.version,
        (version) => api.strategicChange.addMilestone({ key, version, ...added }),
        (saved) => {
          onDone();
          const before = new Set(change.milestones.map(({ id }) => id));
          const milestoneId = saved.milestones.find(({ id }) => !before.has(id))?.id;
          toastDone(`Milestone added: ${added.title}`, {
            undo: milestoneId ? () => undo(milestoneId, { removed: true })(saved) : undefined,
          });
        },
        place,
      ),
    edit: (
      milestoneId: string,
      version: number | null,
      edited: Omit<Edited, "key" | "version" | "milestoneId">,
      onDone: () => void,
    ) => {
      const before = change.milestones.find(({ id }) => id === milestoneId);
      write({ milestoneId, version: version ?? change.version, ...edited }, (saved) => {
        onDone();
        const back = before ? { ...inverseOf(before, edited) } : { removed: true };
        toastDone("Milestone saved", { undo: () => undo(milestoneId, back)(saved) });
      });
    },
    remove: ({ id, title }: ChangeMilestone, onDone: () => void) =>
      write({ milestoneId: id, version: change.version, removed: true }, (saved) => {
        onDone();
        toastDone(`Milestone removed: ${title}`, { undo: () => undo(id, { removed: false })(saved) });
      }),
  };
}

/** The same fields as they were before an edit. */
function inverseOf(before: ChangeMilestone, edited: Partial<Edited>) {
  const { owner, ...fields } = before;
  const all = { ...fields, ownerId: owner?.id ?? null };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in edited && name !== "id"));
}
