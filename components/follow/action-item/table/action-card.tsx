"use client";

import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { Ellipsis, GripVertical } from "lucide-react";
import NextLink from "next/link";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from "react";
import { useMe } from "#components/people/me/use-me.ts";
import { cx } from "#components/ui/cx.ts";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { peekOnClick } from "#components/ui/keys/peek-on-click.ts";
import { Avatar, BlankAvatar } from "#components/ui/labels/avatar.tsx";
import { Late } from "#components/ui/labels/late.tsx";
import { Priority } from "#components/ui/labels/priority.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Menu, MenuItem, MenuLabel } from "#components/ui/overlays/menu.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { shortDay } from "#lib/base/time/local-date.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { shownStatus } from "#lib/follow/action-item/blocked.ts";
import { evidenceWords } from "#lib/follow/action-item/detail-words.ts";
import { firstDateWords } from "#lib/follow/action-item/due-words.ts";
import { daysLate } from "#lib/follow/action-item/lateness.ts";
import { needsSecondPerson } from "#lib/follow/action-item/second-person.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import { stepsOf } from "../edit/steps.ts";
import { levelOf } from "../options.tsx";
import styles from "./action-board.module.css";
import { type Moved, useMovedFocus } from "./use-moved-focus.ts";

/** Handlers of the keys on a card. */
export interface CardKeys {
  isHeld: boolean;
  pickUp: () => void;
  left: () => void;
  right: () => void;
  drop: () => void;
  /** The card that was dropped last by a key. */
  moved: Moved;
  putBack: () => void;
}

interface ActionCardProps {
  row: ActionItemRow;
  today: string;
  /** Null where one state is shown, so no key can move it to another. */
  keys: CardKeys | null;
  onPeek: () => void;
  /** The drag has ended, wherever it was dropped. */
  onEnd: () => void;
}

/** An action on the board. */
export function ActionCard({ row, today, keys, onPeek, onEnd }: ActionCardProps) {
  const card = useRef<HTMLLIElement>(null);
  const lifted = useEffectEvent(() => ({ row }));
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    const element = card.current;
    if (!element) return;
    return draggable({
      element,
      getInitialData: () => lifted(),
      onDragStart: () => element.setAttribute("data-lifted", ""),
      onDrop: () => {
        element.removeAttribute("data-lifted");
        end();
      },
    });
  }, []);
  const days = daysLate(row, today);
  return (
    <li ref={card} className={styles.card} data-key={row.key} data-lifted={keys?.isHeld || undefined}>
      <div className={styles.top}>
        {keys ? <MoveHandle row={row} keys={keys} /> : null}
        <Priority level={levelOf(row.priority)} />
        <span className={textStyles.recordKey}>{row.key}</span>
        <CardMenu row={row} />
      </div>
      <NextLink data-row draggable={false} href={`/actions/${row.key}`} prefetch={false} onClick={peekOnClick(onPeek)}>
        {row.title}
      </NextLink>
      <div className={styles.foot}>
        {row.owner ? <Avatar name={row.owner.name} /> : <BlankAvatar />}
        {days === null ? (
          <span className={textStyles.muted}>{row.dueDate ? shortDay(row.dueDate) : "No date"}</span>
        ) : (
          <Late daysLate={days} />
        )}
        <span className={textStyles.muted}>{firstDateWords(row)}</span>
        <span className={cx(layoutStyles.atEnd, textStyles.muted)}>
          {row.blockedReason === null ? cardNote(row) : <Status kind="blocked">{cardNote(row)}</Status>}
        </span>
      </div>
      <Verifier row={row} />
    </li>
  );
}

/** Returns that the action is blocked or, while it is worked on, how many of its points have evidence. */
function cardNote(row: ActionItemRow): string {
  if (row.blockedReason !== null) return shownStatus(row);
  const { status, details } = row;
  const words = status === "in_progress" || status === "implemented" ? evidenceWords(details?.evidence) : "";
  return words && `Evidence ${words}`;
}

/** Who was asked to verify an implemented action, or who verified it. */
function Verifier({ row: { status, priority, askedVerifier, details } }: Pick<ActionCardProps, "row">) {
  const words =
    status === "verified"
      ? details?.verifiedBy && `Verified by ${details.verifiedBy.name}`
      : status === "implemented" && (askedVerifier ? `Verifier: ${askedVerifier.name}` : verifierWanted(priority));
  return words ? <p className={styles.verifier}>{words}</p> : null;
}

/** An action that its owner can verify lacks no one. */
const verifierWanted = (priority: ActionItemRow["priority"]) => needsSecondPerson(priority) && "No one asked to verify";

/** Space picks the card up and drops it, the arrows move it, and Esc puts it back. */
function MoveHandle({ row, keys }: { row: ActionItemRow; keys: CardKeys }) {
  const focus = useMovedFocus(row.key, keys.moved);
  const putBackIfGone = useEffectEvent(() => (keys.isHeld ? keys.putBack() : undefined));
  useEffect(() => () => putBackIfGone(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const run: Partial<Record<string, () => void>> = keys.isHeld
      ? {
          " ": keys.drop,
          Enter: keys.drop,
          ArrowLeft: keys.left,
          ArrowRight: keys.right,
          Escape: keys.putBack,
        }
      : { " ": keys.pickUp, Enter: keys.pickUp };
    const act = run[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <BareIconButton
      className={styles.handle}
      label={`Pick up ${row.key}`}
      aria-pressed={keys.isHeld}
      icon={<GripVertical size={14} />}
      {...focus}
      onKeyDown={onKeyDown}
      onBlur={() => keys.isHeld && keys.putBack()}
    />
  );
}

function CardMenu({ row }: Pick<ActionCardProps, "row">) {
  const { take } = useEditLayer();
  const meId = useMe()?.id;
  return (
    <Menu align="end" trigger={<BareIconButton label={`Move ${row.key}`} icon={<Ellipsis size={14} />} />}>
      <MenuLabel>Move to</MenuLabel>
      {stepsOf(row, meId).map((step) => (
        <MenuItem
          key={step.to}
          disabled={step.refused !== null}
          detail={step.refused ?? undefined}
          onSelect={() => take(step, [row])}
        >
          {step.status}
        </MenuItem>
      ))}
    </Menu>
  );
}
