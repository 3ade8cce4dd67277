"use client";

import { Fragment } from "react";
import textStyles from "#components/ui/roles/text.module.css";
import { SEVERITIES } from "#lib/base/vocabulary/incident.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { ChoiceSlot, TextSlot } from "./slot.tsx";

type SeverityMapProps = { map: Record<string, number>; onChange: (map: Record<string, number>) => void };

const LEVELS = [
  ...SEVERITIES.map((level) => ({ value: String(level), label: `SEV${level}` })),
  { value: "", label: "not mapped" },
];

/** "; critical is SEV1": the sender's severities, if they differ from the rule's. */
export function SeverityMap({ map, onChange }: SeverityMapProps) {
  const set = (word: string, level: number | undefined) => {
    const { [word]: _old, ...rest } = map;
    onChange(level === undefined ? rest : { ...rest, [word]: level });
  };
  return (
    <>
      {Object.entries(map).map(([word, level]) => (
        <Fragment key={word}>
          ; <span className={textStyles.code}>{word}</span> is{" "}
          <ChoiceSlot
            label={`Severity of ${word}`}
            value={String(level)}
            options={LEVELS}
            onChange={(next) =>
              set(
                word,
                SEVERITIES.find((one) => String(one) === next),
              )
            }
          />
        </Fragment>
      ))}{" "}
      <TextSlot
        label="Severity sent by the tool"
        value=""
        placeholder="+ severity"
        maxLength={LENGTHS.rule.sentSeverity}
        hint="The tool's value, such as critical, and its severity in Afterword."
        onChange={(word) => (word.trim() === "" ? undefined : set(word.trim().toLowerCase(), 1))}
      />
    </>
  );
}
