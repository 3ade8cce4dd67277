"use client";

import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Select } from "#components/ui/choices/select.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { SavedView } from "#lib/contract/saved-view.ts";
import type { ViewChange } from "./use-views.ts";

interface ViewDialogProps {
  /** The view to change. Without it, a new one is saved. */
  view?: SavedView | undefined;
  /** The name that a new one has at first. */
  name?: string;
  query: string;
  onSaved: (view: SavedView) => void;
  /** Resolves to the view as it is saved, or to null if that was rejected. */
  onChange: (view: SavedView, change: ViewChange) => Promise<SavedView | null>;
  onClose: () => void;
}

const TEAM = "team ";
const scopeValue = (view: SavedView | undefined) =>
  view?.scope === "team" && view.team ? `${TEAM}${view.team.id}` : (view?.scope ?? "mine");

/** The name of a view and who sees it. */
export function ViewDialog({ view, name: first = "", query, onSaved, onChange, onClose }: ViewDialogProps) {
  const me = useMe();
  const [name, setName] = useState(view?.name ?? first.slice(0, LENGTHS.savedView.name));
  const [seenBy, setSeenBy] = useState(scopeValue(view));
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const mayShare = me?.may.includes("view.share") ?? false;
  const teams = [...(me?.teams ?? [])];
  if (view?.team && !teams.some(({ id }) => id === view.team?.id)) teams.push(view.team);
  const options = [
    { value: "mine", label: "Only me" },
    ...teams.map((team) => ({ value: `${TEAM}${team.id}`, label: team.name })),
    ...(mayShare ? [{ value: "everybody", label: "Everyone" }] : []),
  ];
  const create = async (given: Parameters<typeof api.savedView.create>[0]) => {
    setBusy(true);
    try {
      onSaved(await api.savedView.create(given));
      onClose();
    } catch (failure) {
      setError(wordsOf(failure));
      setBusy(false);
    }
  };
  const update = async (saved: SavedView, change: ViewChange) => {
    setBusy(true);
    if (await onChange(saved, change)) onClose();
    else setBusy(false);
  };
  const send = () => {
    if (name.trim() === "") {
      setError("Enter a name");
      return false;
    }
    const scope = seenBy.startsWith(TEAM)
      ? { scope: "team" as const, teamId: seenBy.slice(TEAM.length) }
      : { scope: seenBy === "everybody" ? ("everybody" as const) : ("mine" as const) };
    if (view) void update(view, { name: name.trim(), ...(seenBy === scopeValue(view) ? {} : scope) });
    else void create({ name: name.trim(), query, ...scope });
    return true;
  };
  const title = view ? "Change view" : "Save view";
  return (
    <FormDialog title={title} confirm={title} isBusy={isBusy} onSend={send} onClose={onClose}>
      <Field label="Name" error={error ?? undefined}>
        <Input
          autoFocus
          value={name}
          maxLength={LENGTHS.savedView.name}
          placeholder="For example, Late in Platform"
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      <Field label="Who sees it" hint={mayShare ? undefined : "A TPM or an admin can save views for everyone."}>
        <Select value={seenBy} options={options} onChange={({ target }) => setSeenBy(target.value)} />
      </Field>
    </FormDialog>
  );
}
