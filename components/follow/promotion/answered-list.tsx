"use client";

import { api } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { ButtonLink, TextLink } from "#components/ui/link.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Answered } from "#lib/contract/promotion.ts";
import styles from "./answered-list.module.css";
import { useAnswers } from "./promotion-answer.tsx";

/** Proposals that were answered, the newest first. One that was set aside can be proposed again. */
export function AnsweredList({ answered, mayAnswer }: { answered: readonly Answered[]; mayAnswer: boolean }) {
  const { send, isBusy } = useAnswers();
  if (answered.length === 0) return null;
  const reopen = ({ id, name }: Answered["condition"]) =>
    send(
      () => api.promotion.reopen({ id }),
      () => toastDone(`${name}: proposed again`),
    );
  return (
    <Section title="Answered" count={answered.length}>
      <Rows>
        {answered.map(({ condition, changeKey, reason, by, at }) => (
          <li key={condition.id} className={styles.row}>
            <TextLink href={`/factors/${condition.id}`}>{condition.name}</TextLink>
            <div>
              <Status kind={changeKey ? "done" : "open"}>{changeKey ? `Accepted as ${changeKey}` : "Set aside"}</Status>
              <p className={cx(textStyles.note, textStyles.breaksAnywhere)}>
                {by ? `${by}, ` : ""}
                <Moment at={at} />
                {reason ? `: ${reason}` : ""}
              </p>
            </div>
            {changeKey ? <ButtonLink href={`/strategy/${changeKey}`}>Open {changeKey}</ButtonLink> : null}
            {!changeKey && mayAnswer ? (
              <Button busy={isBusy} onClick={() => reopen(condition)} aria-label={`Propose again: ${condition.name}`}>
                Propose again
              </Button>
            ) : null}
          </li>
        ))}
      </Rows>
    </Section>
  );
}
