"use client";

import { Download, Ellipsis, History, Users } from "lucide-react";
import { useState } from "react";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { wordsOfDate } from "#components/ui/dates/civil-date.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { type Presence, PresenceAvatars } from "#components/ui/marks/presence-avatars.tsx";
import { SaveState } from "#components/ui/marks/save-state.tsx";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import { StatusGlyph, type StatusKind } from "#components/ui/status-glyph.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import { REVIEW_STATUS_WORDS, type ReviewStatus } from "#lib/base/vocabulary/review.ts";
import type { Review } from "#lib/contract/review.ts";
import type { ConnectionStatus } from "#lib/document/document-connection.ts";
import { isReopening, nextReviewStatus, reviewMoves } from "#lib/reviews/review/status.ts";
import { GatesPopover } from "./gates-popover.tsx";
import { PeopleDialog } from "./people-dialog.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { saveStateOf } from "./save-words.ts";
import { areGatesShut, type ReviewActions } from "./use-review.ts";

const STEPS: readonly ReviewStatus[] = ["draft", "in_review", "reviewed", "published", "closed"];
const FORWARD_WORDS: Partial<Record<ReviewStatus, string>> = {
  in_review: "Send to review",
  reviewed: "Set reviewed",
  published: "Publish",
  closed: "Close",
};

interface StateBarProps {
  review: Review;
  actions: ReviewActions;
  status: ConnectionStatus;
  people: readonly Presence[];
}

const glyphOf = (step: ReviewStatus, current: ReviewStatus): StatusKind =>
  STEPS.indexOf(step) < STEPS.indexOf(current) ? "done" : step === current ? "progress" : "open";

/** Where the review stands, whether the text is saved, who is here, what is missing, and the way on. */
export function StateBar({ review, actions, status, people }: StateBarProps) {
  const [dialog, setDialog] = useState<"people" | { to: ReviewStatus } | null>(null);
  const [isGatesOpen, setGatesOpen] = useState(false);
  const next = nextReviewStatus(review.status);
  const mayGoBack = (to: ReviewStatus) => review.abilities[isReopening(review.status, to) ? "reopen" : "move"];
  const back = reviewMoves(review.status).filter((to) => to !== next && to !== "cancelled" && mayGoBack(to));
  const move = (to: ReviewStatus, reason?: string) =>
    actions.move.mutate(
      { key: review.key, version: review.version, to, ...(reason ? { reason } : {}) },
      {
        onError: (error) => setGatesOpen(areGatesShut(error)),
        onSuccess: () => {
          setDialog(null);
          toastDone(`${review.key} is now ${REVIEW_STATUS_WORDS[to].toLowerCase()}`);
        },
      },
    );
  const mayAdvance = next !== null && (next === "reviewed" ? review.abilities.setReviewed : review.abilities.move);
  const save = saveStateOf(status);
  const today = useToday();
  return (
    <section className="bar" aria-label="Review status">
      <ol className="step" aria-label="Review state">
        {STEPS.map((step) => (
          <li
            key={step}
            className={step === review.status ? "cur" : glyphOf(step, review.status) === "done" ? "was" : undefined}
            aria-current={step === review.status ? "step" : undefined}
          >
            <StatusGlyph kind={glyphOf(step, review.status)} />
            {REVIEW_STATUS_WORDS[step]}
          </li>
        ))}
      </ol>
      {review.publishedAt ? (
        <span className="apr muted hide-s">Published {wordsOfDate(review.publishedAt.slice(0, 10), today)}</span>
      ) : review.dueAt ? (
        <span className="apr muted hide-s">Publish by {wordsOfDate(review.dueAt, today)}</span>
      ) : null}
      <div className="right flex">
        <span className="live flex">
          <SaveState state={save.state} detail={save.detail} />
          <PresenceAvatars people={people} />
        </span>
        <GatesPopover review={review} open={isGatesOpen} onOpenChange={setGatesOpen} />
        <ButtonLink className="hide-s" href={`/reviews/${review.key}/history`} icon={<History className="i s" />}>
          History
        </ButtonLink>
        <Menu align="end" trigger={<IconButton label="More" icon={<Ellipsis className="i" />} />}>
          {review.abilities.move ? (
            <MenuItem icon={<Users className="i s" />} onSelect={() => setDialog("people")}>
              People and dates
            </MenuItem>
          ) : null}
          <MenuItem
            icon={<Download className="i s" />}
            href={`/api/v1/reviews/${review.key}/export?format=markdown`}
            download
          >
            Export as Markdown
          </MenuItem>
          {back.length > 0 ? <MenuSeparator /> : null}
          {back.map((to) =>
            isReopening(review.status, to) ? (
              <MenuItem key={to} onSelect={() => setDialog({ to })}>
                Reopen review
              </MenuItem>
            ) : (
              <MenuItem key={to} onSelect={() => move(to)}>
                Back to {REVIEW_STATUS_WORDS[to].toLowerCase()}
              </MenuItem>
            ),
          )}
          {review.abilities.cancel && reviewMoves(review.status).includes("cancelled") ? (
            <MenuItem danger onSelect={() => setDialog({ to: "cancelled" })}>
              Cancel this review
            </MenuItem>
          ) : null}
          {review.abilities.cancel && !review.archived ? (
            <MenuItem
              onSelect={() =>
                actions.archive.mutate(
                  { key: review.key, version: review.version },
                  {
                    onSuccess: (row) =>
                      toastDone(`${row.key} archived`, {
                        undo: () => actions.restore.mutate({ key: row.key, version: row.version }),
                      }),
                  },
                )
              }
            >
              Archive
            </MenuItem>
          ) : null}
        </Menu>
        {next && mayAdvance ? (
          <Button kind="primary" busy={actions.move.isPending} busyLabel="Moving" onClick={() => move(next)}>
            {FORWARD_WORDS[next] ?? REVIEW_STATUS_WORDS[next]}
          </Button>
        ) : null}
      </div>
      {dialog === "people" ? <PeopleDialog review={review} actions={actions} onClose={() => setDialog(null)} /> : null}
      {dialog !== null && dialog !== "people" ? (
        <ReasonDialog
          title={dialog.to === "cancelled" ? `Cancel ${review.key}?` : `Reopen ${review.key}`}
          description={
            dialog.to === "cancelled"
              ? undefined
              : `It goes back to ${REVIEW_STATUS_WORDS[dialog.to].toLowerCase()}. The reason is kept in its history.`
          }
          confirm={dialog.to === "cancelled" ? "Cancel the review" : "Reopen review"}
          busy={actions.move.isPending}
          onConfirm={(reason) => move(dialog.to, reason)}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </section>
  );
}
