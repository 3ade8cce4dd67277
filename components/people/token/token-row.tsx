"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Soon } from "#components/ui/labels/late.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Row } from "#components/ui/lists/table.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { Token } from "#lib/contract/token.ts";
import { scopeWords } from "./scopes.ts";

type TokenRowProps = { token: Token; onRevoke: () => void; onRemove: () => void };

const SOON_DAYS = 7;

/** One of my tokens: its name, scopes, last use and end, with a button to revoke or remove it. */
export function TokenRow({ token, onRevoke, onRemove }: TokenRowProps) {
  const daysLeft = useDaysLeft(token.expiresAt);
  const ended = daysLeft !== null && daysLeft < 0;
  return (
    <Row ended={ended}>
      <th scope="row">
        <b className={textStyles.emphasis}>{token.name}</b>{" "}
        <span className={cx(textStyles.note, textStyles.code)}>…{token.hint}</span>
      </th>
      <td>{scopeWords(token.scopes)}</td>
      <td className={cx(textStyles.unbroken, textStyles.wideOnly)}>
        {token.lastUsedAt ? <Moment at={token.lastUsedAt} /> : "Never"}
      </td>
      <td className={textStyles.unbroken}>
        <Until expiresAt={token.expiresAt} daysLeft={daysLeft} />
      </td>
      <td className={textStyles.rightAligned}>
        <Button
          kind="ghost"
          aria-label={`${ended ? "Remove" : "Revoke"} ${token.name}`}
          onClick={ended ? onRemove : onRevoke}
        >
          {ended ? "Remove" : "Revoke"}
        </Button>
      </td>
    </Row>
  );
}

function Until({ expiresAt, daysLeft }: { expiresAt: string | null; daysLeft: number | null }) {
  if (expiresAt === null) return <span className={textStyles.secondary}>never</span>;
  // The end is the first moment after the last day, which is the day that people chose.
  const lastMoment = new Date(Date.parse(expiresAt) - 1).toISOString();
  if (daysLeft !== null && daysLeft < 0) {
    return (
      <>
        ended&nbsp;
        <Moment at={lastMoment} />
      </>
    );
  }
  if (daysLeft !== null && daysLeft <= SOON_DAYS) return <Soon daysLeft={daysLeft} />;
  return <Moment at={lastMoment} />;
}

/**
 * Whole days until an instant. 0 on the last one, negative when it is over. Null before hydration and without an end.
 */
function useDaysLeft(at: string | null): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => setNow(Date.now()), []);
  return at === null || now === null ? null : Math.floor((Date.parse(at) - now) / DAY_MS);
}
