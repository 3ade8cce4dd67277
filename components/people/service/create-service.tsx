"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { api } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { managedOption, useFoundTeams } from "#components/people/team/use-found-teams.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Dialog, DialogActions } from "#components/ui/overlays/dialog.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { readTarget } from "./read-target.ts";
import { TargetHint } from "./target-hint.tsx";

/** A name, an owner team and a target. */
export function CreateService({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Add service">
      <CreateServiceForm onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function CreateServiceForm({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const teams = useFoundTeams();
  const [ownerTeamId, setOwnerTeamId] = useState<string | null>(null);
  const form = useForm({ defaultValues: { name: "", availabilityTarget: "99.8" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ name, availabilityTarget }) => {
    try {
      await api.service.create({ name, ownerTeamId, availabilityTarget: readTarget(availabilityTarget) ?? undefined });
    } catch (error) {
      return placeRefusal(error, ["name", "availabilityTarget"], form.setError);
    }
    await refresh(client, "service");
    toastDone(`${name} added`);
    onDone();
  });
  return (
    <form onSubmit={(event) => void submit(event)} className={layoutStyles.stack} noValidate>
      <Field label="Name" error={errors.name?.message}>
        <Input
          maxLength={LENGTHS.service.name}
          placeholder="For example, Checkout"
          {...form.register("name", { validate: (name) => name.trim() !== "" || "Enter a name" })}
        />
      </Field>
      <Field label="Owner team" optional>
        <Combobox
          label="Owner team"
          value={ownerTeamId}
          options={teams.rows.map(managedOption)}
          nameOf={teams.nameOf}
          onSearch={teams.onSearch}
          onChange={setOwnerTeamId}
        />
      </Field>
      <Field
        label="Availability target in percent"
        error={errors.availabilityTarget?.message}
        hint={<TargetHint text={form.watch("availabilityTarget")} />}
      >
        <Input
          inputMode="decimal"
          {...form.register("availabilityTarget", {
            validate: (text) => readTarget(text) !== null || "Enter a percentage up to 100, such as 99.8",
          })}
        />
      </Field>
      <FormRefusal message={errors.root?.message} />
      <DialogActions>
        <Button kind="ghost" onClick={onDone}>
          Cancel
        </Button>
        <Button kind="primary" type="submit" busy={isSubmitting} busyLabel="Adding">
          Add service
        </Button>
      </DialogActions>
    </form>
  );
}
