"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Section } from "#components/ui/section.tsx";
import { Status } from "#components/ui/status.tsx";
import { CHANGE_HEALTH_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { healthKind } from "./options.tsx";

const SHOWN = 3;

/** Health updates, newest first; older ones unfold. */
export function HealthUpdates({ change, level }: { change: StrategicChange; level: 2 | 3 }) {
  const [isWhole, setWhole] = useState(false);
  const { updates } = change;
  const shown = isWhole ? updates : updates.slice(0, SHOWN);
  return (
    <Section
      title="Updates"
      level={level}
      count={updates.length === 0 ? undefined : updates.length}
      right="every two weeks"
    >
      {updates.length === 0 ? (
        <p className="muted">None yet. The first is expected 14 days after work begins.</p>
      ) : null}
      <ul className="ups">
        {shown.map((update) => (
          <li key={update.id}>
            <div className="flex">
              <Status kind={healthKind(update.health)}>
                <b className="med">{CHANGE_HEALTH_WORDS[update.health]}</b>
              </Status>
              <span className="muted small">
                {update.by ? `${update.by}, ` : ""}
                <Moment at={update.at} />
              </span>
            </div>
            <p className="read">{update.body}</p>
          </li>
        ))}
      </ul>
      {updates.length > shown.length ? (
        <Button kind="ghost" className="slot" onClick={() => setWhole(true)}>
          Show {updates.length - shown.length} older
        </Button>
      ) : null}
    </Section>
  );
}
