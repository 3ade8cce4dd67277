"use client";

import NextLink from "next/link";
import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";
import { Therefore } from "#components/ui/marks/therefore.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { DECLINE_KIND_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { asksToVerify } from "../edit/steps.ts";
import type { Verification } from "../edit/verification.ts";
import styles from "./action-sections.module.css";
import { EditText, Missing, Words } from "./action-texts.tsx";
import { BlockedNotice } from "./blocked-notice.tsx";
import { CheckList } from "./check-list.tsx";
import { DueSection } from "./due-section.tsx";
import { EffectNotice } from "./effect-notice.tsx";
import { EvidenceSection } from "./evidence-section.tsx";
import { HistoryList } from "./history-list.tsx";
import { VerifySection } from "./verify-section.tsx";
import { WaiverNotice } from "./waiver-notice.tsx";
import { WantedNotice } from "./wanted-notice.tsx";

interface SectionsProps {
  item: ActionItem;
  /** Heading level: 3 in the panel, 2 on the page. */
  level: 2 | 3;
  /** The answers of a verifier, if given in the page. */
  verification?: Verification;
  /** Further sections before the history. */
  children?: ReactNode;
}

/** The sections of an action item: why it waits, what it addresses, when it is done, its evidence, and its history. */
export function ActionSections({ item, level, verification, children }: SectionsProps) {
  const notice = level === 3 ? styles.notice : undefined;
  return (
    <>
      {item.archived ? <Banner className={notice}>Archived. Hidden from views, not deleted.</Banner> : null}
      <BlockedNotice item={item} level={level} />
      <WaiverNotice item={item} level={level} />
      <EffectNotice item={item} level={level} />
      <WantedNotice item={item} level={level} />
      <Declined item={item} className={notice} />
      <Section title="Why" level={level} right={<EditText field="description" item={item} text={item.description} />}>
        {item.description ? <Words level={level}>{item.description}</Words> : null}
        <Factors item={item} />
        {!item.description && item.factors.length === 0 ? (
          <Missing field="description" item={item} words="Explain why" />
        ) : null}
      </Section>
      {verification && asksToVerify(item) ? (
        <VerifySection item={item} level={level} verification={verification} />
      ) : (
        <>
          <Section
            title="Done when"
            level={level}
            right={<EditText field="doneWhen" item={item} text={item.doneWhen} />}
          >
            {item.doneWhen ? (
              <Words level={level}>{item.doneWhen}</Words>
            ) : (
              <Missing field="doneWhen" item={item} words="Describe the end state" />
            )}
          </Section>
          <EvidenceSection item={item} level={level} />
        </>
      )}
      <DueSection item={item} level={level} />
      <CheckList item={item} level={level} />
      {children}
      <Section title="History" level={level}>
        <HistoryList item={item} />
      </Section>
    </>
  );
}

function Factors({ item }: { item: ActionItem }) {
  if (item.factors.length === 0) return null;
  return (
    <ul className={styles.factors}>
      {item.factors.map((factor) => (
        <li key={factor.id}>
          <Therefore />
          <span>
            <NextLink
              className={cx(textStyles.link, styles.factor)}
              href={`/reviews/${factor.reviewKey}?factor=${factor.id}`}
            >
              {factor.statement}
            </NextLink>{" "}
            <span className={cx(textStyles.note, textStyles.unbroken)}>
              factor {factor.number} of {factor.reviewKey}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Why it was declined, with what replaces it. */
function Declined({ item, className }: { item: ActionItem; className: string | undefined }) {
  if (item.status !== "declined") return null;
  const link = item.declineLink;
  return (
    <Banner tone="info" className={className}>
      {item.declineKind ? DECLINE_KIND_WORDS[item.declineKind] : "Declined"}
      {link ? (
        <>
          {", "}
          <NextLink
            className={cx(textStyles.link, textStyles.figure)}
            href={link.startsWith("SC-") ? `/strategy/${link}` : `/actions/${link}`}
          >
            {link}
          </NextLink>
        </>
      ) : null}
      : {item.declineReason}
    </Banner>
  );
}
