"use client";

import { type CSSProperties, useRef, useState } from "react";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { CommitBar } from "#components/ui/fields/commit-bar.tsx";
import { WordsDialog } from "#components/ui/fields/words-dialog.tsx";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { RoadmapRow } from "#lib/contract/roadmap.ts";
import { afterMove, brokenWaits, isMoved, type Move, movesThatFollow, moveWords, needsReason } from "./move.ts";
import styles from "./roadmap.module.css";
import { RoadmapKey } from "./roadmap-key.tsx";
import { RoadmapLine } from "./roadmap-line.tsx";
import { groupsOf, percentOf, type RoadmapGroup, type Scale, scaleOf } from "./scale.ts";
import { useMove } from "./use-move.ts";
import { WaitLines } from "./wait-lines.tsx";

/** Changes as bars over quarters, by team or theme. A bar is moved by drag or by keys, and nothing is saved before it is said. */
export function Roadmap({ rows, by }: { rows: readonly RoadmapRow[]; by: RoadmapGroup }) {
  const today = useToday();
  const { move, saving, setMove, save, isBusy } = useMove();
  const [asked, setAsked] = useState<readonly Move[] | null>(null);
  const chart = useRef<HTMLDivElement>(null);
  const stored = afterMove(rows, saving);
  const shown = move ? afterMove(stored, [move]) : stored;
  const scale = scaleOf(shown, today);
  const groups = groupsOf(shown, by);
  const following = move && isMoved(move) ? movesThatFollow(stored, move) : [];
  /** The buttons of a move leave with it, so the keyboard goes back to its bar. */
  const focusBar = () => chart.current?.querySelector<HTMLElement>(`[data-track="${move?.row.key}"] button`)?.focus();
  const start = (moves: readonly Move[]) => {
    focusBar();
    if (needsReason(moves)) setAsked(moves);
    else save(moves);
  };
  return (
    <>
      <section className={styles.roadmap} aria-label="Roadmap">
        <div className={styles.scroll}>
          <div ref={chart} className={styles.chart}>
            <Quarters scale={scale} today={today} />
            {groups.map(({ heading, rows: own }) => (
              <section key={heading} className={styles.group} aria-label={heading}>
                <h2>
                  {heading} <span>{own.length === 1 ? "1 change" : `${own.length} changes`}</span>
                </h2>
                <ul className={styles.rows} style={{ "--quarters": scale.quarters.length } as CSSProperties}>
                  <li className={styles.todayLine} style={{ left: `${percentOf(scale, today)}%` }} aria-hidden="true" />
                  {own.map((row) => (
                    <RoadmapLine
                      key={row.key}
                      row={row}
                      ledBy={row.team && row.team.name !== heading ? row.team.name : null}
                      isRepeated={by === "team" && row.team !== null && row.team.name !== heading}
                      scale={scale}
                      today={today}
                      move={move?.row.key === row.key ? move : null}
                      onMove={(to) => {
                        const before = stored.find(({ key }) => key === row.key);
                        setMove(before && to ? { row: before, to } : null);
                      }}
                      onDone={() => {
                        if (move && isMoved(move)) start([move]);
                        else setMove(null);
                      }}
                    />
                  ))}
                </ul>
              </section>
            ))}
            <WaitLines chart={chart} rows={shown} groups={groups} scale={scale} />
          </div>
        </div>
        <RoadmapKey />
      </section>
      {move && isMoved(move) ? (
        <CommitBar
          actions={
            <>
              <Button
                kind="ghost"
                onClick={() => {
                  focusBar();
                  setMove(null);
                }}
              >
                Back
              </Button>
              {following.length > 0 ? (
                <Button busy={isBusy} onClick={() => start([move, ...following])}>
                  Move {following.map(({ row }) => row.key).join(" and ")} as well
                </Button>
              ) : null}
              <Button kind="primary" busy={isBusy} busyLabel="Moving" onClick={() => start([move])}>
                {needsReason([move]) ? "Move and explain why" : "Move"}
              </Button>
            </>
          }
        >
          <span role="status">
            <b>{moveWords(move, today)}</b> {consequences(shown, move).join(" ")}
          </span>
        </CommitBar>
      ) : null}
      {asked ? (
        <WordsDialog
          title={`Move ${asked.map(({ row }) => row.key).join(" and ")}`}
          label="Reason"
          hint="The quarter changes, so the sponsor is notified of the reason"
          missing="Enter a reason"
          maxLength={LENGTHS.strategicChange.reason}
          confirm="Move"
          isBusy={isBusy}
          onConfirm={(reason) => {
            save(asked, reason, () => setAsked(null));
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}

/** Returns further consequences of a move: the waits it breaks, and the people who are notified. */
function consequences(shown: readonly RoadmapRow[], move: Move): string[] {
  const broken = shown.flatMap((row) =>
    brokenWaits(row)
      .filter(({ wait }) => row.key === move.row.key || wait.change.key === move.row.key)
      .map(({ wait }) => `${row.key} waits for ${wait.change.key} and would start before “${wait.title}”.`),
  );
  const { sponsor } = move.row;
  return needsReason([move]) && sponsor
    ? [...broken, `${sponsor.name} is notified, because the quarter changes.`]
    : broken;
}

function Quarters({ scale, today }: { scale: Scale; today: string }) {
  return (
    <div className={styles.head} aria-hidden="true">
      <div className={styles.quarters}>
        {scale.quarters.map((quarter, at) => (
          <span key={quarter}>
            <b>{quarter.slice(5)}</b> {at === 0 || quarter.endsWith("Q1") ? quarter.slice(0, 4) : ""}
          </span>
        ))}
        <span className={styles.today} style={{ left: `${percentOf(scale, today)}%` }}>
          {wordsOfDate(today, today)}
        </span>
      </div>
    </div>
  );
}
