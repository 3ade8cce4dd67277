"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { useMyZone } from "#components/people/me/use-my-zone.ts";
import { cx } from "#components/ui/cx.ts";
import layoutStyles from "#components/ui/roles/layout.module.css";
import type { Incident } from "#lib/contract/incident.ts";
import type { FileAnswers } from "../draft/draft-import.ts";
import type { ShownDraft } from "../draft/use-drafts.ts";
import { OutsideQuestion, SectionsQuestion } from "./apart-questions.tsx";
import { ColumnMappingTable } from "./column-mapping.tsx";
import { DayZoneQuestion } from "./day-zone-question.tsx";
import styles from "./file-questions.module.css";

type FileQuestionsProps = {
  drafts: readonly ShownDraft[];
  incident: Incident;
  onAnswer: (id: string, answers: FileAnswers) => void;
};

const asks = ({ preview, answers }: ShownDraft): boolean =>
  preview !== null && (preview.dayQuestion !== null || preview.zoneNeeded || answers.zone !== undefined);

/** When the first events of an incident happened, in milliseconds, for those with a time to the minute. */
function useKnownTimes(key: string, isWanted: boolean): number[] {
  const { data } = useQuery({ ...reads.timeline.some(key), enabled: isWanted });
  return (data?.items ?? []).flatMap(({ at, precision }) =>
    at !== null && (precision === "exact" || precision === "minute") ? [Date.parse(at)] : [],
  );
}

/** Questions about each file: when it was written, which incidents it contains, what is outside, and its columns. */
export function FileQuestions({ drafts, incident, onAnswer }: FileQuestionsProps) {
  const mine = useMyZone();
  const asking = drafts.filter(asks);
  const known = useKnownTimes(incident.key, asking.length > 0);
  return drafts.map((draft) => {
    const { file, preview, answers } = draft;
    if (!preview) return null;
    const answer = (more: FileAnswers) => onAnswer(file.id, more);
    const others = asking.filter((one) => one !== draft);
    const shared = { preview, answers, incident, onAnswer: answer };
    const { date, zone } = answers;
    const same = { ...(date ? { date } : {}), ...(zone ? { zone } : {}) };
    const isParted = preview.sections.length > 0 && answers.sections === undefined;
    return (
      <div key={file.id} className={cx(styles.questions, layoutStyles.looseStack)}>
        {asks(draft) ? (
          <DayZoneQuestion
            {...shared}
            mine={mine}
            known={known}
            others={others.length}
            onSame={() => {
              for (const other of others) onAnswer(other.file.id, same);
            }}
          />
        ) : null}
        <SectionsQuestion {...shared} />
        {isParted ? null : <OutsideQuestion {...shared} />}
        {preview.columns ? <ColumnMappingTable preview={preview} onChange={(mapping) => answer({ mapping })} /> : null}
      </div>
    );
  });
}
