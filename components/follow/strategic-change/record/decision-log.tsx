"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { OrderedRows } from "#components/ui/lists/rows.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { decisionWords, SCOPE_DECISIONS } from "#lib/base/vocabulary/strategic-change.ts";
import type { ChangeDecision, StrategicChange } from "#lib/contract/strategic-change.ts";
import { decidedBy } from "#lib/follow/strategic-change/decision-words.ts";
import { isOver } from "#lib/follow/strategic-change/transition.ts";
import { ScopeDialog } from "../edit/scope-dialog.tsx";
import { decisionKind } from "../options.tsx";
import { useChangeStrategic } from "../use-change.ts";
import styles from "./change-sections.module.css";

/** Every decision about a change and why, the newest first. A decision about its scope can be added here, and undone. */
export function DecisionLog({ change, level }: { change: StrategicChange; level: 2 | 3 }) {
  const decisions = useQuery(reads.strategicChange.decisions(change.key));
  const { send, isBusy } = useChangeStrategic();
  const [isAdding, setAdding] = useState(false);
  const today = useToday();
  const { key, version } = change;
  const { decide: may, checkEffect } = change.abilities;
  const mayUndo = (kind: ChangeDecision["kind"]) =>
    SCOPE_DECISIONS.some((one) => one === kind) ? may : kind === "effect_later" && checkEffect;
  const undo = (decisionId: string) =>
    send(
      key,
      version,
      (latest) => api.strategicChange.undoDecision({ key, version: latest, decisionId }),
      () => toastDone("Undone"),
    );
  const items = decisions.data?.items ?? [];
  return (
    <Section
      title="Decisions"
      level={level}
      count={items.length === 0 ? undefined : items.length}
      right={
        may && !isOver(change.status) ? (
          <Button kind="ghost" className={styles.add} onClick={() => setAdding(true)}>
            Add decision
          </Button>
        ) : null
      }
    >
      {decisions.isPending ? <SkeletonText lines={3} label="Loading decisions" /> : null}
      {decisions.isError ? (
        <NotRead what="the decisions" error={decisions.error} onRetry={() => void decisions.refetch()} />
      ) : null}
      <OrderedRows className={styles.decisions}>
        {items.map(({ id, from, to, kind, reason, until, riskBy, by, at }) => (
          <li key={id}>
            <span className={textStyles.muted}>
              <Moment at={at} />
            </span>
            <Status kind={decisionKind({ kind, to })}>{decisionWords({ kind, from, to })}</Status>
            <div>
              {reason ? <p className={cx(textStyles.breaksAnywhere, textStyles.keepsLines)}>{reason}</p> : null}
              <p className={textStyles.note}>
                {[decidedBy({ by, to, kind, riskBy }), untilWords({ kind, until }, today)].filter(Boolean).join(". ")}
              </p>
              {mayUndo(kind) ? (
                <Button kind="ghost" className={styles.more} busy={isBusy} onClick={() => undo(id)}>
                  Undo
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </OrderedRows>
      {isAdding ? <ScopeDialog change={change} first="left_out" onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

/** Until when a decision is good. */
function untilWords({ kind, until }: Pick<ChangeDecision, "kind" | "until">, today: string): string {
  return until ? `${kind === "assessed" ? "By" : "Until"} ${wordsOfDate(until, today)}` : "";
}
