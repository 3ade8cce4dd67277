"use client";

import { Plus, X } from "lucide-react";
import NextLink from "next/link";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Therefore } from "#components/ui/marks/therefore.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { withEdits } from "../change-cache.ts";
import { FactorPicker } from "../edit/link-dialogs.tsx";
import { useChangeStrategic } from "../use-change.ts";
import { Lineage } from "./lineage.tsx";
import styles from "./linked-list.module.css";

/** The factors that a change addresses, with their incidents. */
export function LinkedFactors({ change, level }: { change: StrategicChange; level: 2 | 3 }) {
  const { send } = useChangeStrategic();
  const [isPicking, setPicking] = useState(false);
  const { key, version, factors, incidents, abilities } = change;
  const remove = (id: string) =>
    send(
      key,
      version,
      (latest, last) => {
        const linked = (last?.factors ?? factors).map((factor) => factor.id);
        return api.strategicChange.update({ key, version: latest, factorIds: withEdits(linked, [id], []) });
      },
      () => toastDone("Factor unlinked"),
    );
  const count = factors.length + incidents.length === 0 ? undefined : countWords(incidents.length, factors.length);
  return (
    <Section
      title="Based on"
      level={level}
      count={count}
      right={
        abilities.edit ? (
          <Button className={styles.add} kind="ghost" icon={<Plus size={14} />} onClick={() => setPicking(true)}>
            Link factors
          </Button>
        ) : null
      }
    >
      {factors.length === 0 ? (
        <p className={textStyles.muted}>No factors yet. The factors that this change addresses appear here.</p>
      ) : null}
      <Lineage change={change} level={level} />
      <ul className={styles.list}>
        {factors.map((factor) => (
          <li key={factor.id}>
            <Therefore className={styles.mark} />
            <NextLink
              className={cx(layoutStyles.fill, textStyles.link)}
              href={`/reviews/${factor.reviewKey}?factor=${factor.id}`}
            >
              {factor.statement}
            </NextLink>
            <span className={textStyles.recordKey}>{factor.incidentKey}</span>
            {abilities.edit ? (
              <IconButton
                className={styles.remove}
                label={`Remove the link to factor ${factor.number} of ${factor.reviewKey}`}
                icon={<X size={14} />}
                onClick={() => remove(factor.id)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {isPicking ? <FactorPicker change={change} onClose={() => setPicking(false)} /> : null}
    </Section>
  );
}

const countWords = (incidents: number, factors: number) =>
  `${incidents} ${incidents === 1 ? "incident" : "incidents"}, ${factors} ${factors === 1 ? "factor" : "factors"}`;
