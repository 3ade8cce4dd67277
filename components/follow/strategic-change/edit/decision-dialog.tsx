"use client";

import { useState } from "react";
import { useToday } from "#components/people/me/use-today.ts";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import type { ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { figureWords } from "../figure-words.ts";
import { PersonField } from "../person-field.tsx";
import { FigureField, figureError, readFigure, type TypedFigure } from "./figure-field.tsx";

/** The texts of a decision. */
export interface Said {
  reason: string;
  until?: string;
  riskById?: string;
  measured?: number;
}

export const DECIDED_FIELDS = ["reason", "until", "riskById", "measured"] as const;

interface DecisionDialogProps {
  change: StrategicChange;
  to: ChangeStatus;
  verb: string;
  /** The question of the rules, as text. */
  asks: string;
  isBusy: boolean;
  /** The server's errors by field. */
  refused: Partial<Record<(typeof DECIDED_FIELDS)[number], string>>;
  onDecide: (said: Said) => void;
  onClose: () => void;
}

/** Asks for the reason of a decision, and for what its status needs: until when, who keeps the risk, what was measured. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { change, to, verb, asks, isBusy, refused, onDecide, onClose } = props;
  const today = useToday();
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState<string | null>(null);
  const [riskById, setRiskBy] = useState("");
  const [measured, setMeasured] = useState<TypedFigure>({ text: "", of: null });
  const [isTried, setTried] = useState(false);
  const hasRisk = to === "deferred" || to === "declined";
  const riskLabel = to === "deferred" ? "Who owns the risk until then" : "Who accepts the risk";
  const measure = to === "effect_checked" ? change.measure : null;
  const value = readFigure(measured.text);
  const missing = {
    reason: reason.trim() ? undefined : "Enter a reason",
    until: hasRisk ? laterError(until, today) : undefined,
    risk: !hasRisk || riskById ? undefined : "Choose a person",
    measured: measure === null ? undefined : value === null ? "Enter the value" : figureError(measured, measure),
  };
  const shown = (error: string | undefined) => (isTried ? error : undefined);
  const send = () => {
    setTried(true);
    if (Object.values(missing).some((error) => error !== undefined)) return false;
    onDecide({
      reason: reason.trim(),
      ...(until && hasRisk ? { until } : {}),
      ...(riskById && hasRisk ? { riskById } : {}),
      ...(measure && typeof value === "number" ? { measured: value } : {}),
    });
    return true;
  };
  return (
    <FormDialog title={`${verb}: ${change.title}`} confirm={verb} isBusy={isBusy} onSend={send} onClose={onClose}>
      {measure ? (
        <FigureField
          label={`${measure.metric} now${measure.unit ? `, in ${measure.unit}` : ""}`}
          hint={targetWords(measure)}
          value={measured.text}
          error={shown(missing.measured) ?? refused.measured}
          onChange={(text) => setMeasured({ text, of: measure })}
        />
      ) : null}
      <Field label="Reason" hint={asks} error={shown(missing.reason) ?? refused.reason}>
        <Textarea
          autoFocus={measure === null}
          rows={3}
          maxLength={LENGTHS.strategicChange.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      {hasRisk ? (
        <DateField
          label="Until"
          hint="It returns to the intake on that day"
          value={until}
          today={today}
          error={shown(missing.until) ?? refused.until}
          onChange={setUntil}
        />
      ) : null}
      {hasRisk ? (
        <PersonField
          label={riskLabel}
          value={riskById}
          onChange={setRiskBy}
          error={shown(missing.risk) ?? refused.riskById}
        />
      ) : null}
    </FormDialog>
  );
}

/** Returns what is wrong with the day on which to decide again. */
const laterError = (until: string | null, today: string): string | undefined => {
  if (until === null) return "Enter the day on which to decide again";
  return until > today ? undefined : "Enter a day after today";
};

const targetWords = ({ baseline, target, unit }: NonNullable<StrategicChange["measure"]>) =>
  `Target ${figureWords(target, unit)}${baseline === null ? "" : `, was ${figureWords(baseline, unit)}`}`;
