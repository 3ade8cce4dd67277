"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "#components/base/api/client.ts";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Note } from "#components/ui/note.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { TRACKER_VENDOR_WORDS } from "#lib/base/vocabulary/issue-tracker.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { ActionIssues, FoundIssue } from "#lib/contract/tracker.ts";
import { ISSUE_STATE_WORDS } from "./tracker-words.ts";

interface LinkIssueProps {
  item: ActionItem;
  trackers: ActionIssues["trackers"];
  onClose: () => void;
}

/** Finds an issue by its address or number and links it, or creates one there from the action. */
export function LinkIssue({ item, trackers, onClose }: LinkIssueProps) {
  const [isNew, setNew] = useState(false);
  return isNew ? (
    <CreateIssue item={item} trackers={trackers} onBack={() => setNew(false)} onClose={onClose} />
  ) : (
    <FindIssue item={item} onNew={() => setNew(true)} onClose={onClose} />
  );
}

type Refused = { text?: string | undefined; reason?: string | undefined };

function FindIssue({ item, onNew, onClose }: { item: ActionItem; onNew: () => void; onClose: () => void }) {
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [found, setFound] = useState<FoundIssue | null>(null);
  const [keep, setKeep] = useState<"here" | "there">("here");
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>({});
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  });
  const isMove = item.promised && item.dueDate !== null && keep === "there" && found?.dueDate !== item.dueDate;
  const fail = (error: unknown) =>
    placeRefusal<{ text: string; reason: string }>(error, ["text", "reason"], (field, { message = "" }) => {
      if (field === "root") toastError(message);
      else setRefused({ [field]: message });
    });
  const find = async () => {
    setBusy(true);
    try {
      const { found } = await api.actionIssue.find({ key: item.key, text: text.trim() });
      if (latest.current !== text) return;
      setFound(found);
      setKeep(item.dueDate === null ? "there" : "here");
      if (!found) setRefused({ text: "No connected tracker has this issue. Check the address or number." });
      else if (found.taken) setRefused({ text: `${found.ref} is already linked to ${linkedWords(found, item)}` });
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
    }
  };
  const link = async ({ trackerId, remoteId, ref, dueDate }: FoundIssue) => {
    setBusy(true);
    try {
      await api.actionIssue.link({
        ...{ key: item.key, trackerId, remoteId, dueDate: dueDate === null ? "here" : keep },
        ...(isMove ? { reason: reason.trim() } : {}),
      });
      toastDone(`${ref} linked`);
      onClose();
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
      await refresh(client, ["tracker", "action_item"]);
    }
  };
  const send = () => {
    if (!text.trim()) {
      setRefused({ text: "Enter an address or a number, such as acme/payments#790" });
      return false;
    }
    if (found?.taken) return false;
    if (found && isMove && !reason.trim()) {
      setRefused({ reason: "Enter a reason, because the action was accepted" });
      return false;
    }
    void (found ? link(found) : find());
    return true;
  };
  return (
    <FormDialog
      title={`Link an issue to ${item.key}`}
      confirm={found && !found.taken ? "Link" : "Find"}
      busyLabel={found ? "Linking" : "Looking"}
      isBusy={isBusy}
      aside={
        <Button kind="ghost" onClick={onNew}>
          Create an issue
        </Button>
      }
      onSend={send}
      onClose={onClose}
    >
      <Field label="Address or number" error={refused.text}>
        <Input
          autoFocus
          spellCheck={false}
          placeholder="acme/payments#790"
          maxLength={LENGTHS.url}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setFound(null);
            setRefused({});
          }}
        />
      </Field>
      {found && !found.taken ? <FoundWords found={found} actionKey={item.key} /> : null}
      {found && !found.taken && found.dueDate !== null && found.dueDate !== item.dueDate ? (
        <WhichDate item={item} found={found.dueDate} keep={keep} onKeep={setKeep} />
      ) : null}
      {found && isMove ? (
        <Field label="Reason for the move" error={refused.reason}>
          <Input
            maxLength={LENGTHS.actionItem.dueReason}
            value={reason}
            onChange={({ target }) => {
              setReason(target.value);
              setRefused({});
            }}
          />
        </Field>
      ) : null}
    </FormDialog>
  );
}

function linkedWords({ linkedTo }: FoundIssue, { key }: ActionItem): string {
  return linkedTo === key ? "this action" : (linkedTo ?? "another action");
}

function FoundWords({ found, actionKey }: { found: FoundIssue; actionKey: string }) {
  return (
    <div className={layoutStyles.tightStack} role="status">
      <Status kind="done">
        Found {found.ref}, {found.title}. {ISSUE_STATE_WORDS[found.state]}
        {found.assignee ? `, assigned to ${found.assignee}` : ""}.
      </Status>
      {found.brings ? <Note>{BRINGS_WORDS[found.brings](actionKey)}</Note> : null}
    </div>
  );
}

const BRINGS_WORDS: Record<NonNullable<FoundIssue["brings"]>, (key: string) => string> = {
  to_verify: (key) => `Linking moves ${key} to To verify, with the issue as its evidence.`,
  asks_owner: (key) => `Linking asks the owner of ${key} whether to decline it.`,
};

interface WhichDateProps {
  item: ActionItem;
  found: string;
  keep: "here" | "there";
  onKeep: (keep: "here" | "there") => void;
}

function WhichDate({ item, found, keep, onKeep }: WhichDateProps) {
  const today = useToday();
  const here = item.dueDate === null ? "no date" : wordsOfDate(item.dueDate, today);
  return (
    <div className={layoutStyles.tightStack}>
      <Note>The dates differ. Choose one for both.</Note>
      <Seg
        label="Due date"
        value={keep}
        options={[
          { value: "here", label: `Keep ${here}` },
          { value: "there", label: `Use ${wordsOfDate(found, today)}` },
        ]}
        onChange={(value) => onKeep(value === "there" ? "there" : "here")}
      />
    </div>
  );
}

function CreateIssue({ item, trackers, onBack, onClose }: LinkIssueProps & { onBack: () => void }) {
  const client = useQueryClient();
  const places = trackers.flatMap(({ id, vendor, name, targets, sends }) =>
    targets.map((target) => ({ id, target, sends, label: `${TRACKER_VENDOR_WORDS[vendor]}, ${name}: ${target}` })),
  );
  const [chosen, setChosen] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const create = async (trackerId: string, target: string) => {
    setBusy(true);
    try {
      const issue = await api.actionIssue.create({ key: item.key, trackerId, target });
      toastDone(`${issue.ref} created and linked`);
      onClose();
    } catch (error) {
      placeRefusal<{ target: string }>(error, ["target"], (_, { message }) => setRefused(message));
    } finally {
      setBusy(false);
      await refresh(client, ["tracker", "action_item"]);
    }
  };
  return (
    <FormDialog
      title={`Create an issue from ${item.key}`}
      description={sentWords(places[chosen]?.sends ?? [])}
      confirm="Create issue"
      busyLabel="Creating"
      isBusy={isBusy}
      aside={
        <Button kind="ghost" onClick={onBack}>
          Link an existing issue
        </Button>
      }
      onSend={() => {
        const place = places[chosen];
        if (!place) return false;
        void create(place.id, place.target);
        return true;
      }}
      onClose={onClose}
    >
      <Field
        label="Repository or project"
        error={refused ?? (places.length === 0 ? "No tracker is connected for this team" : undefined)}
      >
        <Select
          value={String(chosen)}
          options={places.map(({ label }, index) => ({ value: String(index), label }))}
          onChange={({ target }) => {
            setChosen(Number(target.value));
            setRefused(undefined);
          }}
        />
      </Field>
    </FormDialog>
  );
}

type Sent = ActionIssues["trackers"][number]["sends"];

const SENT_WORDS: Record<Exclude<Sent[number], "link">, string> = {
  title: "title",
  description: "description",
  doneWhen: "“done when”",
  key: "key",
  type: "type",
  priority: "priority",
  dueDate: "due date",
  owner: "owner",
  team: "team",
  incident: "incident key",
};

/** Says what the template of a connection puts into a new issue. */
function sentWords(sends: Sent): string {
  const words = listWords(sends.flatMap((one) => (one === "link" ? [] : SENT_WORDS[one])));
  const link = sends.includes("link") ? ", and a link to it" : "";
  const incident = sends.includes("incident") ? "Nothing else of the incident is sent." : "The incident isn't sent.";
  return words === "" ? "" : `The issue gets the action's ${words}${link}. ${incident}`;
}
