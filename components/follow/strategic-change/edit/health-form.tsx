"use client";

import { TriangleAlert } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { api } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { Options } from "#components/ui/choices/option.tsx";
import { cx } from "#components/ui/cx.ts";
import { Field } from "#components/ui/fields/field.tsx";
import { focusFirstError } from "#components/ui/fields/focus-first-error.ts";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { submitOnModEnter } from "#components/ui/keys/submit-on-mod-enter.ts";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { CHANGE_HEALTH_WORDS, CHANGE_HEALTHS } from "#lib/base/vocabulary/strategic-change.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { isBetterThan } from "#lib/follow/strategic-change/milestone.ts";
import { HEALTH_CHOICES } from "../options.tsx";
import { useChangeStrategic } from "../use-change.ts";
import { FigureField, figureError, readFigure } from "./figure-field.tsx";
import styles from "./health-form.module.css";
import { type UpdateDraft, useUpdateDraft } from "./update-draft.ts";

interface HealthFormProps {
  change: StrategicChange;
  /** Another number focuses the form. */
  asked: number;
  onClose: () => void;
}

/**
 * Health in one choice, and what there is to say about it, in the page between what is planned and what was said
 * before. Off track once, or at risk twice in a row, notifies the sponsor.
 */
export function HealthForm({ change, asked, onClose }: HealthFormProps) {
  const { send, isBusy } = useChangeStrategic();
  const { draft, write, drop, dropSent } = useUpdateDraft(change.key);
  const { health = change.health ?? "on_track", lines, figure } = draft;
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (asked === 0) return;
    form.current?.querySelector<HTMLElement>("input:checked")?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: "nearest" });
  }, [asked]);
  const { key, version, worstMilestone, measure } = change;
  const isBetter = isBetterThan(health, worstMilestone);
  const wrongFigure = figureError(figure, measure);
  const close = () => {
    drop();
    onClose();
  };
  const submit = () => {
    setTried(true);
    const { because, ...told } = trimmed(lines);
    if (!told.body || (isBetter && !because) || wrongFigure) return showFirstError(form.current);
    const measured = measure ? readFigure(figure.text) : null;
    const reported = {
      ...{ key, health, ...told },
      ...(isBetter ? { because } : {}),
      ...(typeof measured === "number" ? { measured } : {}),
    };
    send(
      key,
      version,
      (latest) => api.strategicChange.reportHealth({ ...reported, version: latest }),
      () => {
        if (dropSent(draft)) onClose();
        else setTried(false);
        toastDone(`Health update added to ${key}`);
      },
    );
  };
  const line = (name: keyof UpdateDraft["lines"], label: string, rest: { hint?: string; missing?: string }) => (
    <Field
      className={styles.line}
      label={label}
      hint={rest.hint}
      optional={rest.missing === undefined}
      error={isTried && !lines[name].trim() ? rest.missing : undefined}
    >
      <Textarea
        rows={1}
        reading
        maxLength={name === "because" ? LENGTHS.strategicChange.reason : LENGTHS.strategicChange.healthUpdate}
        value={lines[name]}
        onChange={(event) => write({ lines: { ...lines, [name]: event.target.value } })}
      />
    </Field>
  );
  return (
    <form
      ref={form}
      className={cx(layoutStyles.stack, styles.form)}
      aria-label="Add health update"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) submit();
      }}
      onKeyDown={submitOnModEnter}
    >
      <Options
        label="Health"
        labelHidden
        value={health}
        options={HEALTH_CHOICES}
        columns={3}
        onChange={(value) => write({ health: CHANGE_HEALTHS.find((one) => one === value) ?? health })}
      />
      {isBetter && worstMilestone ? (
        <>
          <p className={styles.floor}>
            <TriangleAlert size={14} aria-hidden="true" />
            <span>
              <b className={textStyles.emphasis}>
                A blocking milestone is {CHANGE_HEALTH_WORDS[worstMilestone].toLowerCase()}.
              </b>{" "}
              Explain why the change is healthier. The reason is shown with it.
            </span>
          </p>
          {line("because", "Reason", { missing: "Explain why the change is better than its milestone" })}
        </>
      ) : null}
      {line("body", "Progress", { missing: "Describe the progress" })}
      {line("plans", "Plans", { hint: "Next steps" })}
      {line("problems", "Problems", { hint: "Blockers" })}
      {line("help", "Help needed", { hint: "What you need, and from whom" })}
      {measure ? (
        <FigureField
          className={cx(styles.line, styles.figure)}
          label="Measured"
          optional
          hint={`${measure.metric}${measure.unit ? `, in ${measure.unit}` : ""}`}
          value={figure.text}
          error={isTried ? wrongFigure : undefined}
          onChange={(text) => write({ figure: { text, of: measure } })}
        />
      ) : null}
      <footer className={layoutStyles.wrappingRow}>
        <Button kind="primary" type="submit" busy={isBusy} busyLabel="Adding">
          Add health update
        </Button>
        <Button kind="ghost" onClick={close}>
          Cancel
        </Button>
      </footer>
    </form>
  );
}

/** Focusing alone leaves a field below the bar of the page. */
function showFirstError(form: HTMLElement | null): void {
  focusFirstError(form);
  requestAnimationFrame(() => document.activeElement?.scrollIntoView({ block: "nearest" }));
}

const trimmed = (lines: UpdateDraft["lines"]) =>
  Object.fromEntries(Object.entries(lines).map(([name, text]) => [name, text.trim()])) as UpdateDraft["lines"];
