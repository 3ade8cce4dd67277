"use client";

import { Ellipsis } from "lucide-react";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/overlays/menu.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { mayHandOver } from "#lib/follow/action-item/hand-over.ts";
import { UNBLOCKED } from "../edit/change.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import { STEPS } from "../edit/keep-focus.ts";
import { asksToVerify, isOpen, maySteps, nextStepOf, type StepOption, stepsOf } from "../edit/steps.ts";
import type { Verification } from "../edit/verification.ts";
import styles from "./step-buttons.module.css";

interface StepButtonsProps {
  item: ActionItem;
  isPrimary?: boolean;
  /** The answers of a verifier, if given in the page. */
  verification?: Verification;
}

/** The step that moves it on, and the others behind one button. */
export function StepButtons({ item, isPrimary = false, verification }: StepButtonsProps) {
  const { take, block, handOver, change } = useEditLayer();
  const meId = useMe()?.id;
  const { edit, work } = item.abilities;
  if (!edit && !work && !maySteps(item)) return null;
  const onward = nextStepOf(item, meId);
  // A step that needs someone else is shown only to those who work on the action.
  const next = onward?.refused && !work ? null : onward;
  const answered = verification && asksToVerify(item) ? verification : null;
  const isOffered = ({ to, refused }: StepOption) =>
    refused === null &&
    to !== next?.to &&
    !(to === "waived" && item.waiver !== null) &&
    !(to === "in_progress" && answered);
  const others = stepsOf(item, meId).filter(isOffered);
  const isBlockable = work && (item.status === "accepted" || item.status === "in_progress");
  return (
    <div {...STEPS} className={cx(layoutStyles.wrappingRow, !isPrimary && styles.inPanel)}>
      {answered ? (
        <Button
          kind="primary"
          busy={answered.isBusy}
          disabledReason={answered.isMissing ? "A point isn't met" : answered.checks[0]?.reason}
          onClick={answered.verify}
        >
          Verify
        </Button>
      ) : null}
      {next && !answered ? (
        <Button
          kind={isPrimary ? "primary" : "default"}
          disabledReason={next.refused ?? undefined}
          // The second click of a double click would take the step that follows.
          onClick={({ detail }) => (detail > 1 ? undefined : take(next, [item]))}
        >
          {next.verb}
        </Button>
      ) : null}
      {others.length > 0 || isBlockable || edit ? (
        <Menu
          trigger={
            <Button kind="ghost" icon={<Ellipsis size={14} />}>
              More
            </Button>
          }
        >
          {others.map((step) => (
            <MenuItem key={step.to} onSelect={() => take(step, [item])}>
              {step.verb}
            </MenuItem>
          ))}
          {isBlockable ? <MenuSeparator /> : null}
          {isBlockable && item.blockedReason === null ? (
            <MenuItem onSelect={() => block([item])}>Mark as blocked</MenuItem>
          ) : null}
          {isBlockable && item.blockedReason !== null ? (
            <MenuItem onSelect={() => change([item], { kind: "blocked", ...UNBLOCKED })}>Unblock</MenuItem>
          ) : null}
          {mayHandOver({ status: item.status, ownerId: item.owner?.id ?? null }, meId) ? (
            <MenuItem onSelect={() => handOver(item)}>Hand over</MenuItem>
          ) : null}
          {edit ? <ReworkItems item={item} /> : null}
          {edit ? <MenuSeparator /> : null}
          {edit ? (
            <MenuItem onSelect={() => change([item], { kind: "archived", archived: !item.archived })}>
              {item.archived ? "Restore" : "Archive"}
            </MenuItem>
          ) : null}
        </Menu>
      ) : null}
    </div>
  );
}

/** Steps that add or remove actions. Steps that a rule rejects aren't shown. */
function ReworkItems({ item }: { item: ActionItem }) {
  const { rework, change } = useEditLayer();
  const isWhole = isOpen(item);
  return (
    <>
      <MenuSeparator />
      {isWhole ? <MenuItem onSelect={() => rework("split", item)}>Split</MenuItem> : null}
      {isWhole ? <MenuItem onSelect={() => rework("merge", item)}>Merge as a duplicate</MenuItem> : null}
      {isWhole ? (
        <MenuItem onSelect={() => change([item], { kind: "converted" })}>Convert to a strategic change</MenuItem>
      ) : null}
      <MenuItem onSelect={() => rework("move", item)}>Move to another review</MenuItem>
      {item.abilities.purge ? <MenuItem onSelect={() => rework("purge", item)}>Purge permanently</MenuItem> : null}
    </>
  );
}
