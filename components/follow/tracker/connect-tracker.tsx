"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ClashNote } from "#components/base/api/clash-note.tsx";
import { api } from "#components/base/api/client.ts";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useEditedFields } from "#components/base/api/use-edited-fields.ts";
import { useTeams } from "#components/follow/action-item/use-people.ts";
import { TokenField } from "#components/ui/choices/token-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { TRACKER_VENDOR_WORDS, type TrackerVendor } from "#lib/base/vocabulary/issue-tracker.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { TrackerRow } from "#lib/contract/tracker.ts";
import { VENDOR_WORDS } from "./tracker-words.ts";

const LABELS = { name: "name", targets: "projects", teamIds: "teams" };
const FIELDS = ["name", "targets", "baseUrl", "account", "token"] as const;
type Refused = Partial<Record<(typeof FIELDS)[number], string>>;

const fieldsOf = (row: TrackerRow | null) => ({
  name: row?.name ?? "",
  targets: row?.targets.join(", ") ?? "",
  teamIds: row?.teams.map(({ id }) => id) ?? [],
});

const split = (targets: string) =>
  targets
    .split(/[,\s]+/)
    .map((one) => one.trim())
    .filter(Boolean);

interface ConnectTrackerProps {
  vendor: TrackerVendor;
  row: TrackerRow | null;
  onClose: () => void;
  onDone: (id: string) => void;
}

/** The fields of a connection, the missing ones, and the step that saves it. */
function useConnecting({ vendor, row, onClose, onDone }: ConnectTrackerProps) {
  const client = useQueryClient();
  const words = VENDOR_WORDS[vendor];
  const { fields, set, changed, version, clashes, takeTheirs } = useEditedFields(row, fieldsOf);
  const [entered, setEntered] = useState({ baseUrl: "", account: "", token: "" });
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>({});
  const isRemoved = row?.removed ?? false;
  const needsToken = row === null || row.state === "refused" || row.asksToken;
  const shown = FIELDS.filter((field) => {
    if (field === "baseUrl") return row === null && words.address !== "none";
    return field !== "account" || words.asksAccount;
  });
  const missing: Refused = {
    ...(split(fields.targets).length === 0 ? { targets: `Enter at least one, such as ${words.example}` } : {}),
    ...(needsToken && !entered.token.trim() ? { token: "Enter the token" } : {}),
    ...(!row && words.asksAccount && !entered.account.trim() ? { account: "Enter the email address" } : {}),
    ...(!row && words.address === "required" && !entered.baseUrl.trim()
      ? { baseUrl: "Enter the address, such as https://acme.atlassian.net" }
      : {}),
  };
  const save = async () => {
    setBusy(true);
    setRefused({});
    const token = entered.token.trim();
    const account = entered.account.trim();
    try {
      const targets = split(fields.targets);
      const name = fields.name.trim() || targets.join(", ").slice(0, LENGTHS.tracker.name);
      if (row && version !== null) {
        await api.tracker.update({
          ...{ id: row.id, version, ...(isRemoved ? { removed: false } : {}) },
          ...(changed.name === undefined ? {} : { name }),
          ...(changed.targets === undefined ? {} : { targets }),
          ...(changed.teamIds === undefined ? {} : { teamIds: changed.teamIds }),
          ...(token ? { token } : {}),
          ...(account ? { account } : {}),
        });
        onDone(row.id);
      } else {
        const baseUrl = entered.baseUrl.trim() || null;
        const { teamIds } = fields;
        const made = await api.tracker.create({
          vendor,
          name,
          targets,
          teamIds,
          baseUrl,
          token,
          account: account || null,
        });
        onDone(made.id);
      }
      toastDone(
        isRemoved ? `${row?.name} restored` : row ? "Connection saved" : `${TRACKER_VENDOR_WORDS[vendor]} connected`,
      );
      onClose();
    } catch (error) {
      placeRefusal<Record<(typeof FIELDS)[number], string>>(error, shown, (field, { message = "" }) => {
        if (field === "root") toastError(message);
        else setRefused((before) => ({ ...before, [field]: message }));
      });
    } finally {
      setBusy(false);
      await refresh(client, "tracker");
    }
  };
  const send = () => {
    setTried(true);
    if (Object.keys(missing).length > 0) return false;
    void save();
    return true;
  };
  return {
    ...{ fields, entered, clashes, takeTheirs, needsToken, isRemoved, isBusy, send },
    errorOf: (field: keyof Refused) => refused[field] ?? (isTried ? missing[field] : undefined),
    set: (patch: Partial<typeof fields>) => {
      set(patch);
      setRefused({});
    },
    enter: (patch: Partial<typeof entered>) => {
      setEntered((before) => ({ ...before, ...patch }));
      setRefused({});
    },
  };
}

/** Connects a tracker, changes a connection, or enters a new token. The token is tried before anything is saved. */
export function ConnectTracker(props: ConnectTrackerProps) {
  const { vendor, row, onClose } = props;
  const teams = useTeams();
  const words = VENDOR_WORDS[vendor];
  const label = TRACKER_VENDOR_WORDS[vendor];
  const several = words.target[1].toLowerCase();
  const { fields, entered, clashes, takeTheirs, needsToken, isRemoved, isBusy, send, errorOf, set, enter } =
    useConnecting(props);
  return (
    <FormDialog
      title={row ? `${isRemoved ? "Restore" : "Edit"} ${row.name}` : `Connect ${label}`}
      description={row?.asksToken ? "Its token was deleted 30 days after it was removed." : undefined}
      confirm={isRemoved ? "Restore" : row ? "Save and test" : "Connect"}
      busyLabel="Testing"
      isBusy={isBusy}
      onSend={send}
      onClose={onClose}
    >
      <ClashNote clashes={clashes} labels={LABELS} isRemoved={false} onTakeTheirs={takeTheirs} />
      <Field
        label={words.target[1]}
        hint={`For example, ${words.example}. Separate several with commas.`}
        error={errorOf("targets")}
      >
        <Input
          autoFocus
          spellCheck={false}
          value={fields.targets}
          onChange={({ target }) => set({ targets: target.value })}
        />
      </Field>
      <Field label="Name" optional hint={`Shown in lists. If empty, the ${several} are shown.`} error={errorOf("name")}>
        <Input
          maxLength={LENGTHS.tracker.name}
          value={fields.name}
          onChange={({ target }) => set({ name: target.value })}
        />
      </Field>
      {row || words.address === "none" ? null : (
        <Field
          label="Address"
          optional={words.address === "optional"}
          hint={words.address === "optional" ? words.ownHint : undefined}
          error={errorOf("baseUrl")}
        >
          <Input
            type="url"
            spellCheck={false}
            placeholder="https://"
            maxLength={LENGTHS.url}
            value={entered.baseUrl}
            onChange={({ target }) => enter({ baseUrl: target.value })}
          />
        </Field>
      )}
      {words.asksAccount ? (
        <Field label="Email address" optional={row !== null} error={errorOf("account")}>
          <Input
            type="email"
            autoComplete="off"
            maxLength={LENGTHS.person.email}
            value={entered.account}
            onChange={({ target }) => enter({ account: target.value })}
          />
        </Field>
      ) : null}
      <Field
        label={words.token}
        optional={!needsToken}
        hint={
          row && !needsToken
            ? "A token is stored. Enter a new one to replace it."
            : `${words.tokenHint}. Stored encrypted, and never shown again.`
        }
        error={errorOf("token")}
      >
        <Input
          type="password"
          autoComplete="off"
          maxLength={LENGTHS.tracker.token}
          value={entered.token}
          onChange={({ target }) => enter({ token: target.value })}
        />
      </Field>
      <Field label="Teams" optional hint="Only actions of these teams can be linked. Leave empty for all teams.">
        <TokenField
          label="Teams"
          values={fields.teamIds}
          addLabel="Add a team"
          options={teams.options}
          nameOf={(id) => teams.nameOf(id) ?? row?.teams.find((team) => team.id === id)?.name}
          onSearch={teams.onSearch}
          onChange={(teamIds) => set({ teamIds: [...teamIds] })}
        />
      </Field>
    </FormDialog>
  );
}
