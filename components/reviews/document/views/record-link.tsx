"use client";

import type { ReactNode } from "react";
import { EvidenceLink } from "#components/ui/labels/evidence-chip.tsx";
import { HoverCard } from "#components/ui/overlays/hover-card.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import styles from "./record-link.module.css";

const HREFS: Record<string, (key: string) => string> = {
  incident: (key) => `/incidents/${key}`,
  review: (key) => `/reviews/${key}`,
  "action-item": (key) => `/actions/${key}`,
  "strategic-change": (key) => `/strategy/${key}`,
  factor: (key) => `#factor-${key}`,
};

/** Returns the URL of a record that a text names. */
const recordHref = (noun: string, key: string): string => HREFS[noun]?.(key) ?? "#";

const RECORD = new Later(() => import("./record-card.tsx").then((module) => module.RecordCard));
const PERSON = new Later(() => import("./person-card.tsx").then((module) => module.PersonCard));

interface RecordLinkProps {
  noun: string;
  recordKey: string;
  children: ReactNode;
}

/** Names a record, with a link to it and a card on hover and focus. */
export function RecordLink({ noun, recordKey, children }: RecordLinkProps) {
  return (
    <HoverCard card={<LaterPart of={RECORD} props={{ noun, recordKey }} loading={children} lost={children} />}>
      <EvidenceLink inText href={recordHref(noun, recordKey)}>
        {children}
      </EvidenceLink>
    </HoverCard>
  );
}

/** Mentions a person, with a card on hover and focus. */
export function PersonName({ id, label }: { id: string; label: string }) {
  return (
    <HoverCard card={<LaterPart of={PERSON} props={{ id, label }} loading={label} lost={label} />}>
      <button type="button" className={styles.person}>
        @{label}
      </button>
    </HoverCard>
  );
}
