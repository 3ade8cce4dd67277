"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { useMyZone } from "#components/people/me/use-my-zone.ts";
import { cx } from "#components/ui/cx.ts";
import layoutStyles from "#components/ui/roles/layout.module.css";
import type { Incident } from "#lib/contract/incident.ts";
import { asksTime, type FileAnswers, type FileTime, sharedTime, timeOf } from "../draft/draft-import.ts";
import type { ShownDraft } from "../draft/use-drafts.ts";
import { OutsideQuestion, SectionsQuestion } from "./apart-questions.tsx";
import { ColumnMappingTable } from "./column-mapping.tsx";
import { DayZoneQuestion } from "./day-zone-question.tsx";
import styles from "./file-questions.module.css";

type FileQuestionsProps = {
  drafts: readonly ShownDraft[];
  incident: Incident;
  onAnswer: (id: string, answers: FileAnswers) => void;
  onSetTime: (id: string, time: FileTime) => void;
};

/** One file's day and time zone for others, with those that the others had before. */
interface SharedTime {
  from: string;
  before: ReadonlyMap<string, FileTime>;
}

function without({ from, before }: SharedTime, id: string): SharedTime | null {
  const left = new Map([...before].filter(([other]) => other !== id));
  return left.size > 0 ? { from, before: left } : null;
}

/** When the first events of an incident happened, in milliseconds, for those with a time to the minute. */
function useKnownTimes(key: string, isWanted: boolean): number[] {
  const { data } = useQuery({ ...reads.timeline.some(key), enabled: isWanted });
  return (data?.items ?? []).flatMap(({ at, precision }) =>
    at !== null && (precision === "exact" || precision === "minute") ? [Date.parse(at)] : [],
  );
}

/** Questions about each file: when it was written, which incidents it contains, what is outside, and its columns. */
export function FileQuestions({ drafts, incident, onAnswer, onSetTime }: FileQuestionsProps) {
  const mine = useMyZone();
  const [last, setShared] = useState<SharedTime | null>(null);
  const shared = last !== null && drafts.some(({ file }) => file.id === last.from) ? last : null;
  const asking = drafts.filter(asksTime);
  const known = useKnownTimes(incident.key, asking.length > 0);
  const share = (from: ShownDraft, others: readonly ShownDraft[]) => {
    const before = new Map(others.map(({ file, answers }) => [file.id, timeOf(answers)]));
    setShared({ from: from.file.id, before });
    for (const other of others) onAnswer(other.file.id, sharedTime(from.answers, other));
  };
  const unshare = () => {
    for (const [id, time] of shared?.before ?? []) onSetTime(id, time);
    setShared(null);
  };
  return drafts.map((draft) => {
    const { file, preview, answers } = draft;
    if (!preview) return null;
    const others = asking.filter((one) => one !== draft);
    const isShared = shared?.from === file.id;
    const same = isShared ? others.filter((other) => shared.before.has(other.file.id)) : [];
    const answer = (more: FileAnswers) => {
      onAnswer(file.id, more);
      for (const other of same) onAnswer(other.file.id, sharedTime(more, other));
      // A file with an answer of its own keeps it.
      if (shared?.before.has(file.id) && more.zone !== undefined) setShared(without(shared, file.id));
    };
    const common = { preview, answers, incident, onAnswer: answer };
    const isParted = preview.sections.length > 0 && answers.sections === undefined;
    return (
      <div key={file.id} className={cx(styles.questions, layoutStyles.looseStack)}>
        {asksTime(draft) ? (
          <DayZoneQuestion
            {...common}
            mine={mine}
            known={known}
            others={shared === null ? others.length : same.length}
            isShared={isShared}
            onShare={(isOn) => (isOn ? share(draft, others) : unshare())}
          />
        ) : null}
        <SectionsQuestion {...common} />
        {isParted ? null : <OutsideQuestion {...common} />}
        {preview.columns ? <ColumnMappingTable preview={preview} onChange={(mapping) => answer({ mapping })} /> : null}
      </div>
    );
  });
}
