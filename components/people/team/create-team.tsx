"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { api } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { personOption, useFoundPeople } from "#components/people/member/use-found-people.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Dialog, DialogActions } from "#components/ui/overlays/dialog.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Team } from "#lib/contract/team.ts";

type CreateTeamProps = { open: boolean; onOpenChange: (open: boolean) => void; teams: readonly Team[] };

/** A name, a manager and a parent team. */
export function CreateTeam({ open, onOpenChange, teams }: CreateTeamProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Add team">
      <CreateTeamForm teams={teams} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function CreateTeamForm({ teams, onDone }: { teams: readonly Team[]; onDone: () => void }) {
  const client = useQueryClient();
  const people = useFoundPeople();
  const [managerId, setManagerId] = useState<string | null>(null);
  const [parentId, setParentId] = useState<string | null>(null);
  const form = useForm({ defaultValues: { name: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ name }) => {
    try {
      await api.team.create({ name, managerId, parentId });
    } catch (error) {
      return placeRefusal(error, ["name"], form.setError);
    }
    await refresh(client, "team");
    toastDone(`${name} added`);
    onDone();
  });
  return (
    <form onSubmit={(event) => void submit(event)} className={layoutStyles.stack} noValidate>
      <Field label="Name" error={errors.name?.message}>
        <Input
          maxLength={LENGTHS.team.name}
          {...form.register("name", { validate: (name) => name.trim() !== "" || "Enter a name" })}
        />
      </Field>
      <Field label="Manager" optional>
        <Combobox
          label="Manager"
          value={managerId}
          options={people.rows.map(personOption)}
          nameOf={people.nameOf}
          onSearch={people.onSearch}
          onChange={setManagerId}
        />
      </Field>
      <Field label="Part of" optional>
        <Combobox
          label="Part of"
          value={parentId}
          placeholder="No parent team"
          options={teams.filter((team) => !team.archived).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setParentId}
        />
      </Field>
      <FormRefusal message={errors.root?.message} />
      <DialogActions>
        <Button kind="ghost" onClick={onDone}>
          Cancel
        </Button>
        <Button kind="primary" type="submit" busy={isSubmitting} busyLabel="Adding">
          Add team
        </Button>
      </DialogActions>
    </form>
  );
}
