"use client";

import { CircleAlert, Plus } from "lucide-react";
import NextLink from "next/link";
import { answersOf, FactorEvidence } from "#components/follow/factor/factor-links.tsx";
import { Button } from "#components/ui/button.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import { FACTOR_EXPLAINS_WORDS, FACTOR_STATUS_WORDS } from "#lib/base/vocabulary/factor.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { Factor } from "#lib/contract/factor.ts";
import styles from "./chain.module.css";
import { FactorButton } from "./factor-button.tsx";

interface ChainProps {
  factors: readonly Factor[];
  /** Actions of the review that address no factor. */
  orphans: readonly ActionItemRow[];
  mayEdit: boolean;
  onOpen: (id: string) => void;
  onAddAction: (factorId: string) => void;
}

/** Each factor with its evidence and what addresses it. What is missing has a message and a button. */
export function Chain({ factors, orphans, mayEdit, onOpen, onAddAction }: ChainProps) {
  return (
    <table className={styles.chain}>
      <caption className={textStyles.visuallyHidden}>Factors, their evidence, and what addresses them</caption>
      <thead>
        <tr>
          <th scope="col">Factor</th>
          <th scope="col">Evidence</th>
          <th scope="col">Addressed by</th>
        </tr>
      </thead>
      <tbody>
        {factors.map((factor) => (
          <tr key={factor.id}>
            <td>
              <FactorButton factor={factor} onOpen={onOpen} />
              <small className={textStyles.muted}>
                {FACTOR_STATUS_WORDS[factor.status]}
                {factor.explains.map((part) => `, explains ${FACTOR_EXPLAINS_WORDS[part].toLowerCase()}`).join("")}
              </small>
            </td>
            <td>
              <span className={layoutStyles.wrappingRow}>
                <FactorEvidence factor={factor} />
              </span>
              <Hole factor={factor} code="no_evidence">
                {mayEdit ? (
                  <Button kind="ghost" onClick={() => onOpen(factor.id)}>
                    Add evidence
                  </Button>
                ) : null}
              </Hole>
            </td>
            <td>
              {answersOf(factor).map(({ key, ...answer }) => (
                <AnswerLink key={key} recordKey={key} {...answer} />
              ))}
              {factor.acceptedReason ? (
                <p className={textStyles.secondary}>Not addressed: {factor.acceptedReason}</p>
              ) : null}
              <Hole factor={factor} code="no_answer">
                {mayEdit ? (
                  <Button kind="ghost" icon={<Plus size={14} />} onClick={() => onAddAction(factor.id)}>
                    Add action
                  </Button>
                ) : null}
              </Hole>
            </td>
          </tr>
        ))}
        {orphans.map(({ key, title, status }) => (
          <tr key={key}>
            <td colSpan={2}>
              <p className={styles.hole}>
                <CircleAlert size={14} /> Addresses no factor
              </p>
            </td>
            <td>
              <AnswerLink recordKey={key} title={title} href={`/actions/${key}`} state={ACTION_STATUS_WORDS[status]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HoleProps {
  factor: Factor;
  code: Factor["holes"][number]["code"];
  children: React.ReactNode;
}

function Hole({ factor, code, children }: HoleProps) {
  const hole = factor.holes.find((one) => one.code === code);
  if (!hole) return null;
  return (
    <div className={styles.hole}>
      <CircleAlert size={14} />
      <span className={layoutStyles.wrappingRow}>
        {hole.message} {children}
      </span>
    </div>
  );
}

interface AnswerLinkProps {
  recordKey: string;
  title: string;
  href: string;
  state: string;
}

const AnswerLink = ({ recordKey, title, href, state }: AnswerLinkProps) => (
  <p>
    <NextLink className={textStyles.link} href={href}>
      <span className={textStyles.figure}>{recordKey}</span> {title}
    </NextLink>{" "}
    <small className={textStyles.muted}>{state}</small>
  </p>
);
