"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import NextLink from "next/link";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { inTurn } from "#components/base/api/in-turn.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { cx } from "#components/ui/cx.ts";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { ChangeWait, RoadmapRow } from "#lib/contract/roadmap.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { spanWords, startsTooEarly } from "#lib/follow/strategic-change/schedule.ts";
import { isOver } from "#lib/follow/strategic-change/transition.ts";
import { withEdits } from "../change-cache.ts";
import { brokenWaits } from "../roadmap/move.ts";
import styles from "./linked-list.module.css";

/** A milestone to wait for, or not any more, by a person who sees `row`. */
interface WaitStep {
  row: RoadmapRow;
  milestoneId: string;
  isWaiting: boolean;
}

/** Adds and removes what a change waits for, one milestone at a time. Each step can be undone. */
function useWaits(changeKey: string) {
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ row, milestoneId, isWaiting }: WaitStep) =>
      inTurn<RoadmapRow>(changeKey, row.version, (version, last) => {
        const known = (last?.waitsFor ?? row.waitsFor).map((one) => one.milestoneId);
        const milestoneIds = isWaiting ? withEdits(known, [], [milestoneId]) : withEdits(known, [milestoneId], []);
        return api.roadmap.wait({ key: changeKey, version, milestoneIds });
      }),
    onSettled: () => refresh(client, "strategic_change"),
    onError: (error) => toastError(wordsOf(error)),
  });
  const set = (step: WaitStep, words: string, onDone: () => void = () => undefined) =>
    mutate(step, {
      onSuccess: (row) => {
        onDone();
        toastDone(words, { undo: () => mutate({ ...step, row, isWaiting: !step.isWaiting }) });
      },
    });
  return { set, isBusy: isPending };
}

/** The milestones of other changes that must be reached before this one starts. */
export function Waits({ change, level }: { change: StrategicChange; level: 2 | 3 }) {
  const today = useToday();
  const schedule = useQuery(reads.roadmap.get(change.key));
  const { set, isBusy } = useWaits(change.key);
  const [isPicking, setPicking] = useState(false);
  const row = schedule.data;
  const broken = new Map(row ? brokenWaits(row).map(({ wait, days }) => [wait.milestoneId, days]) : []);
  const remove = ({ milestoneId, title }: ChangeWait) => {
    if (row) set({ row, milestoneId, isWaiting: false }, `No longer waits for “${title}”`);
  };
  return (
    <>
      <Section
        title="Waits for"
        level={level}
        right={
          change.abilities.edit && row ? (
            <Button className={styles.add} kind="ghost" icon={<Plus size={14} />} onClick={() => setPicking(true)}>
              Milestone of another change
            </Button>
          ) : null
        }
      >
        {schedule.isError ? (
          <NotRead what="what it waits for" error={schedule.error} onRetry={() => void schedule.refetch()} />
        ) : null}
        {row && row.waitsFor.length === 0 ? (
          <p className={textStyles.muted}>It doesn't wait for other changes.</p>
        ) : null}
        <ul className={styles.list}>
          {(row?.waitsFor ?? []).map((wait) => (
            <li key={wait.milestoneId}>
              <NextLink className={cx(layoutStyles.fill, textStyles.link)} href={`/strategy/${wait.change.key}`}>
                {wait.title}
              </NextLink>
              <span className={cx(textStyles.muted, textStyles.figure, textStyles.unbroken)}>
                {wait.reachedOn
                  ? `reached on ${wordsOfDate(wait.reachedOn, today)}`
                  : `due ${wordsOfDate(wait.dueOn, today)}`}
              </span>
              {broken.has(wait.milestoneId) ? (
                <span className={cx(textStyles.attention, textStyles.unbroken)}>
                  this starts {spanWords(broken.get(wait.milestoneId) ?? 0)} too early
                </span>
              ) : null}
              <span className={textStyles.recordKey}>{wait.change.key}</span>
              {change.abilities.edit ? (
                <IconButton
                  className={styles.remove}
                  label={`Stop waiting for ${wait.title}`}
                  icon={<X size={14} />}
                  onClick={() => remove(wait)}
                />
              ) : null}
            </li>
          ))}
        </ul>
        {isPicking && row ? (
          <WaitDialog
            row={row}
            isBusy={isBusy}
            onChoose={(milestoneId, title) =>
              set({ row, milestoneId, isWaiting: true }, `Waits for “${title}”`, () => setPicking(false))
            }
            onClose={() => setPicking(false)}
          />
        ) : null}
      </Section>
      {row && row.awaitedBy.length > 0 ? <AwaitedBy waits={row.awaitedBy} level={level} /> : null}
    </>
  );
}

/** The other changes that wait for this one. They are changed on their own pages. */
function AwaitedBy({ waits, level }: { waits: RoadmapRow["awaitedBy"]; level: 2 | 3 }) {
  return (
    <Section title="Waiting for this" level={level}>
      <ul className={styles.list}>
        {waits.map(({ startsOn, status, ...wait }) => {
          const days = startsOn === null || isOver(status) ? 0 : startsTooEarly(startsOn, wait);
          return (
            <li key={`${wait.change.key} ${wait.milestoneId}`}>
              <NextLink className={cx(layoutStyles.fill, textStyles.link)} href={`/strategy/${wait.change.key}`}>
                {wait.change.title}
              </NextLink>
              <span className={textStyles.recordKey}>{wait.change.key}</span>
              <span className={textStyles.muted}>
                until “{wait.title}”{wait.reachedOn ? ", reached" : ""}
              </span>
              {days > 0 ? (
                <span className={cx(textStyles.attention, textStyles.unbroken)}>
                  starts {spanWords(days)} too early
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

interface WaitDialogProps {
  row: RoadmapRow;
  isBusy: boolean;
  onChoose: (milestoneId: string, title: string) => void;
  onClose: () => void;
}

/** Chooses another change and one of its open milestones. */
function WaitDialog({ row, isBusy, onChoose, onClose }: WaitDialogProps) {
  const today = useToday();
  const [q, setQ] = useState("");
  const [changeKey, setChangeKey] = useState("");
  const [milestoneId, setMilestoneId] = useState("");
  const [isTried, setTried] = useState(false);
  const found = useQuery(
    reads.strategicChange.found({ mine: false, archived: false, limit: 20, ...(q.trim() ? { q: q.trim() } : {}) }),
  );
  const chosen = useQuery({ ...reads.strategicChange.get(changeKey), enabled: changeKey !== "" });
  const known = new Set(row.waitsFor.map((one) => one.milestoneId));
  const milestones = (chosen.data?.milestones ?? []).filter(
    ({ id, reachedOn }) => reachedOn === null && !known.has(id),
  );
  const send = () => {
    setTried(true);
    const milestone = milestones.find(({ id }) => id === milestoneId);
    if (milestone) onChoose(milestone.id, milestone.title);
    return milestone !== undefined;
  };
  return (
    <FormDialog
      title="Add a milestone to wait for"
      confirm="Add milestone"
      isBusy={isBusy}
      onSend={send}
      onClose={onClose}
    >
      <Field label="Strategic change" error={isTried && !changeKey ? "Choose a change" : undefined}>
        <Combobox
          label="Strategic change"
          value={changeKey || null}
          options={(found.data?.items ?? [])
            .filter(({ key }) => key !== row.key)
            .map(({ key, title }) => ({ value: key, label: title, detail: key }))}
          onChange={(key) => {
            setChangeKey(key);
            setMilestoneId("");
          }}
          onSearch={setQ}
          placeholder="Choose a change"
        />
      </Field>
      {changeKey && chosen.data ? (
        <Field
          label="Milestone"
          hint={milestones.length === 0 ? "It has no open milestones. Add one on its page first." : undefined}
          error={isTried && milestones.length > 0 && !milestoneId ? "Choose a milestone" : undefined}
        >
          <Combobox
            label="Milestone"
            value={milestoneId || null}
            options={milestones.map(({ id, title, dueOn }) => ({
              value: id,
              label: title,
              detail: wordsOfDate(dueOn, today),
            }))}
            onChange={setMilestoneId}
            placeholder="Choose a milestone"
          />
        </Field>
      ) : null}
    </FormDialog>
  );
}
