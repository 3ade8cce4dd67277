"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ClashNote } from "#components/base/api/clash-note.tsx";
import { api } from "#components/base/api/client.ts";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useEditedFields } from "#components/base/api/use-edited-fields.ts";
import { managedOption, useFoundTeams } from "#components/people/team/use-found-teams.ts";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { CHANNEL_KIND_WORDS, CHANNEL_KINDS, type ChannelKind } from "#lib/base/vocabulary/message-delivery.ts";
import type { Channel } from "#lib/contract/channel.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";

const LABELS = { name: "name", teamId: "team", kinds: "messages" };

const fieldsOf = (channel: Channel | null) => ({
  ...{ name: channel?.name ?? "", teamId: channel?.team?.id ?? "" },
  kinds: channel?.kinds ?? ([...CHANNEL_KINDS] as ChannelKind[]),
});

/** Adds a channel, or changes one. Its address is entered, and never shown again. */
export function ChannelDialog({ channel, onClose }: { channel: Channel | null; onClose: () => void }) {
  const teams = useFoundTeams();
  const [isTried, setTried] = useState(false);
  const { fields, set, clashes, takeTheirs, url, setUrl, refused, isBusy, save } = useSaveChannel(channel, onClose);
  const missing = {
    name: fields.name.trim() ? refused.name : "Enter a name",
    url: url.trim() || channel ? refused.url : "Enter the address of the webhook",
  };
  const send = () => {
    setTried(true);
    if (!fields.name.trim() || (!url.trim() && !channel)) return false;
    void save();
    return true;
  };
  const toggle = (kind: ChannelKind, isOn: boolean) =>
    set({ kinds: CHANNEL_KINDS.filter((one) => (one === kind ? isOn : fields.kinds.includes(one))) });
  return (
    <FormDialog
      title={channel ? `Change ${channel.name}` : "Add channel"}
      confirm={channel ? "Change channel" : "Add channel"}
      isBusy={isBusy}
      onSend={send}
      onClose={onClose}
    >
      <ClashNote clashes={clashes} labels={LABELS} isRemoved={false} onTakeTheirs={takeTheirs} />
      <Field label="Name" hint="Its name in your chat, such as #checkout" error={isTried ? missing.name : undefined}>
        <Input
          autoFocus
          maxLength={LENGTHS.channel.name}
          value={fields.name}
          onChange={({ target }) => set({ name: target.value })}
        />
      </Field>
      <Field
        label="Webhook"
        optional={channel !== null}
        hint={
          channel
            ? `It posts to ${channel.host}. Enter a new address to replace it.`
            : "An incoming webhook of Slack, or a compatible one. Stored encrypted, and never shown again."
        }
        error={isTried ? missing.url : undefined}
      >
        <Input
          type="url"
          autoComplete="off"
          placeholder="https://hooks.slack.com/services/…"
          value={url}
          onChange={({ target }) => setUrl(target.value)}
        />
      </Field>
      <Field label="Team" hint="Receives messages about this team's actions and reviews">
        <Combobox
          label="Team"
          value={fields.teamId}
          options={[{ value: "", label: "Every team", isNone: true }, ...teams.rows.map(managedOption)]}
          nameOf={teams.nameOf}
          onSearch={teams.onSearch}
          onChange={(teamId) => set({ teamId })}
        />
      </Field>
      <fieldset className={layoutStyles.stack}>
        <legend className={textStyles.secondary}>Messages</legend>
        {CHANNEL_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={`${CHANNEL_KIND_WORDS[kind].name}: ${CHANNEL_KIND_WORDS[kind].what.toLowerCase()}`}
            checked={fields.kinds.includes(kind)}
            onChange={({ target }) => toggle(kind, target.checked)}
          />
        ))}
      </fieldset>
    </FormDialog>
  );
}

/** The fields of a channel, the errors that the server returned for them, and the save. */
function useSaveChannel(channel: Channel | null, onClose: () => void) {
  const client = useQueryClient();
  const [url, setUrl] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const { fields, set, changed, version, clashes, takeTheirs } = useEditedFields(channel, fieldsOf);
  const save = async () => {
    setBusy(true);
    const address = url.trim() ? { url: url.trim() } : {};
    const teamId = fields.teamId || null;
    try {
      if (channel && version !== null) {
        const { teamId: _, ...rest } = changed;
        const team = changed.teamId === undefined ? {} : { teamId };
        await api.channel.update({ id: channel.id, version, ...rest, ...team, ...address });
      } else await api.channel.create({ ...fields, name: fields.name.trim(), teamId, url: url.trim() });
      toastDone(channel ? `${fields.name} changed` : `${fields.name} added`);
      onClose();
    } catch (error) {
      placeRefusal<{ name: string; url: string }>(error, ["name", "url"], (field, { message = "" }) => {
        if (field === "root") toastError(message);
        else setRefused((before) => ({ ...before, [field]: message }));
      });
    } finally {
      setBusy(false);
      await refresh(client, "channel");
    }
  };
  const enter = (address: string) => {
    setUrl(address);
    setRefused({});
  };
  return { fields, set, clashes, takeTheirs, url, setUrl: enter, refused, isBusy, save };
}
