"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ChevronDown, Ellipsis } from "lucide-react";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useServiceChoices } from "#components/incidents/incident/use-choices.ts";
import { Button } from "#components/ui/button.tsx";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { EditableText } from "#components/ui/fields/editable-text.tsx";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { Integration } from "#lib/contract/integration.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { DetailHead } from "./detail-head.tsx";
import { IntegrationStateWord } from "./integration-state.tsx";

type Change = Parameters<typeof api.integration.update>[0];
type IntegrationFields = Omit<Change, "id" | "version">;

/** Writes to one integration. `said` creates a toast with an undo. */
function useWriteIntegration(integration: Integration) {
  const client = useQueryClient();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (change: Change) => api.integration.update(change),
    onSuccess: (row) => client.setQueryData(query.integration.get.queryKey({ input: { id: row.id } }), row),
    onError: (error) => toastError(wordsOf(error)),
    onSettled: () => refresh(client, "integration"),
  });
  const write = async (version: number, fields: IntegrationFields, said: string, back: IntegrationFields | null) => {
    const row = await mutateAsync({ id: integration.id, version, ...fields }).catch(() => null);
    if (!row) return;
    toastDone(said, back ? { undo: () => void write(row.version, back, "Undone", null) } : {});
  };
  return {
    isPending,
    change: (fields: IntegrationFields, said: string, back: IntegrationFields) =>
      write(integration.version, fields, said, back),
  };
}

/** The service of its events when they don't name one. */
function ServiceOf({ integration }: { integration: Integration }) {
  const { service } = integration;
  const services = useServiceChoices();
  const { change } = useWriteIntegration(integration);
  return (
    <ValueMenu
      label="Default service"
      value={service?.id ?? ""}
      options={[{ value: "", label: "No service", isNone: true }, ...services.options]}
      onSearch={services.search}
      onChange={(id) =>
        void change({ serviceId: id === "" ? null : id }, "Service changed", { serviceId: service?.id ?? null })
      }
      trigger={
        <ValueButton>
          {service ? `for ${service.name}` : "for no service"} <ChevronDown size={14} />
        </ValueButton>
      }
    />
  );
}

/** Name, state and owner of an integration, with pause, test and archive. */
export function IntegrationHead({ integration }: { integration: Integration }) {
  const { label, name, createdAt, createdBy, state } = integration;
  const { change, isPending } = useWriteIntegration(integration);
  const test = useTest(integration);
  const paused = state === "paused";
  const hasSecret = integration.secrets.some(({ current }) => current);
  const archived = state === "archived";
  return (
    <DetailHead
      id="integration"
      title={label}
      actions={
        archived ? (
          <Button
            busy={isPending}
            onClick={() => void change({ archived: false }, `${label} restored`, { archived: true })}
          >
            Restore
          </Button>
        ) : (
          <>
            <Button
              kind="ghost"
              busy={isPending}
              onClick={() =>
                void change({ paused: !paused }, paused ? `${label} resumed` : `${label} paused`, { paused })
              }
            >
              {paused ? "Resume" : "Pause"}
            </Button>
            <Button
              busy={test.isPending}
              busyLabel="Sending"
              disabledReason={hasSecret ? undefined : "Set a secret first"}
              onClick={() => test.mutate({ id: integration.id })}
            >
              Send test
            </Button>
            <Menu align="end" trigger={<IconButton label="More" icon={<Ellipsis />} />}>
              <MenuItem
                detail="Its URL will return 404. Its deliveries are kept for 30 days."
                onSelect={() => void change({ archived: true }, `${label} archived`, { archived: false })}
              >
                Archive
              </MenuItem>
            </Menu>
          </>
        )
      }
    >
      <IntegrationStateWord state={state} />
      <EditableText
        label="Name"
        value={name}
        maxLength={LENGTHS.integration.name}
        check={(next) => (next === "" ? "Enter a name" : null)}
        onSave={(next) => void change({ name: next }, `Renamed to ${next}`, { name })}
      />
      <span>
        added <Moment at={createdAt} />
        {createdBy ? ` by ${createdBy.name}` : ""}
      </span>
      <ServiceOf integration={integration} />
    </DetailHead>
  );
}

function useTest({ label }: Integration) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { id: string }) => api.integration.sendTest(input),
    onSuccess: ({ summary }) => toastDone(`${label}: ${summary}`),
    onError: (error) => toastError(wordsOf(error)),
    onSettled: () => refresh(client, "integration"),
  });
}
