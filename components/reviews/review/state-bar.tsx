"use client";

import { History, UserCheck } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type * as Y from "yjs";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { ButtonLink } from "#components/ui/link.tsx";
import { type Presence, PresenceAvatars } from "#components/ui/marks/presence-avatars.tsx";
import { Steps } from "#components/ui/marks/steps.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import { PageBar } from "#components/ui/page/page-bar.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { REVIEW_STATUS_WORDS, type ReviewStatus } from "#lib/base/vocabulary/review.ts";
import type { Review } from "#lib/contract/review.ts";
import { nextReviewStatus } from "#lib/reviews/review/status.ts";
import { GatesPopover } from "./gates-popover.tsx";
import { PublishButton } from "./publish-button.tsx";
import { PEOPLE, ReviewMenu } from "./review-menu.tsx";
import styles from "./state-bar.module.css";
import { type ReviewActions, useMove } from "./use-review.ts";

const STEPS: readonly ReviewStatus[] = ["draft", "in_review", "reviewed", "published", "closed"];
const FORWARD_WORDS: Partial<Record<ReviewStatus, string>> = {
  in_review: "Send to review",
  reviewed: "Mark as reviewed",
  closed: "Close",
};

const APPROVALS = new Later(() => import("./approvals-dialog.tsx").then((module) => module.ApprovalsDialog));

interface StateBarProps {
  review: Review;
  actions: ReviewActions;
  /** The shared text. Null until it has arrived. */
  text: Y.Doc | null;
  /** Whether the text is saved. */
  saveState: ReactNode;
  people: readonly Presence[];
  follow: { id: string | null; onToggle: (id: string) => void };
  onPublished: () => void;
}

/** Status of the review, save state, who is here, what is missing, and the next step. */
export function StateBar({ review, actions, text, saveState, people, follow, onPublished }: StateBarProps) {
  const [isGatesOpen, setGatesOpen] = useState(false);
  const [isPeopleOpen, setPeopleOpen] = useState(false);
  const next = nextReviewStatus(review.status);
  const move = useMove(review, actions, setGatesOpen);
  const { setReviewed, publish, move: mayMove } = review.abilities;
  const mayAdvance = next === "reviewed" ? setReviewed : next === "published" ? publish : mayMove;
  const today = useToday();
  const dayOf = useDayOf();
  const buttons = useRef<HTMLDivElement>(null);
  const movedFrom = useRef<ReviewStatus | null>(null);
  // Another button is the next step then, and the one that had the focus is gone.
  useEffect(() => {
    if (movedFrom.current === null || movedFrom.current === review.status) return;
    movedFrom.current = null;
    if (document.activeElement !== document.body) return;
    lastButtonOf(buttons.current)?.focus();
  }, [review.status]);
  useBarKey(buttons);
  return (
    <PageBar className={styles.bar} aria-label="Review status">
      <Steps
        label="Review state"
        steps={STEPS.map((step) => REVIEW_STATUS_WORDS[step])}
        at={STEPS.indexOf(review.status)}
        kind="progress"
        isCrowded
      />
      {review.publishedAt ? (
        <span className={cx(textStyles.secondary, textStyles.wideOnly, styles.date)}>
          Published {wordsOfDate(dayOf(review.publishedAt), today)}
        </span>
      ) : review.dueAt ? (
        <span className={cx(textStyles.secondary, textStyles.wideOnly, styles.date)}>
          Publish by {wordsOfDate(review.dueAt, today)}
        </span>
      ) : null}
      <div ref={buttons} className={cx(layoutStyles.atEnd, layoutStyles.row, styles.buttons)}>
        <span className={cx(layoutStyles.row, styles.live)}>
          {saveState}
          <PresenceAvatars people={people} follow={follow} />
        </span>
        <ApprovalsButton review={review} text={text} />
        <GatesPopover
          review={review}
          open={isGatesOpen}
          onOpenChange={setGatesOpen}
          text={text}
          onPeople={mayMove ? () => setPeopleOpen(true) : undefined}
        />
        {isPeopleOpen ? (
          <LaterPart
            of={PEOPLE}
            props={{ review, actions, startsAtMeeting: true, onClose: () => setPeopleOpen(false) }}
          />
        ) : null}
        <ButtonLink
          className={textStyles.wideOnly}
          href={`/reviews/${review.key}/history`}
          icon={<History size={14} />}
        >
          History
        </ButtonLink>
        <ReviewMenu review={review} actions={actions} onMove={move} />
        {next === "published" && mayAdvance ? (
          <PublishButton kind="primary" {...{ review, actions, onPublished }} onGates={setGatesOpen} />
        ) : next && mayAdvance ? (
          <Button
            kind={next === "closed" ? "default" : "primary"}
            busy={actions.move.isPending}
            busyLabel="Moving"
            onClick={() => {
              movedFrom.current = review.status;
              move(next);
            }}
          >
            {FORWARD_WORDS[next] ?? REVIEW_STATUS_WORDS[next]}
          </Button>
        ) : null}
      </div>
    </PageBar>
  );
}

const lastButtonOf = (bar: HTMLElement | null) => [...(bar?.querySelectorAll("button") ?? [])].at(-1);

const TEXT = "[contenteditable=true][role=textbox]";

/** F6 goes to the next step, past all controls of the text, and back to where it came from, or into the text. */
function useBarKey(bar: RefObject<HTMLElement | null>): void {
  const cameFrom = useRef<HTMLElement | null>(null);
  const run = () => {
    const { activeElement } = document;
    if (!bar.current?.contains(activeElement)) {
      cameFrom.current = activeElement instanceof HTMLElement ? activeElement : null;
      lastButtonOf(bar.current)?.focus();
      return;
    }
    const isThere = cameFrom.current?.isConnected && cameFrom.current !== document.body;
    (isThere ? cameFrom.current : document.querySelector<HTMLElement>(TEXT))?.focus();
  };
  useKeys([{ keys: "F6", label: "Next step of the review, and back", group: "Review", whileTyping: true, run }]);
}

/** How many approved the review, which opens who did and the viewer's own decision. Nothing without approvers. */
function ApprovalsButton({ review, text }: Pick<StateBarProps, "review" | "text">) {
  const [isOpen, setOpen] = useState(false);
  const { approvals, status } = review;
  if (approvals.length === 0 || status === "draft") return null;
  const shares = `${approvals.filter(({ state }) => state === "approved").length} of ${approvals.length}`;
  return (
    <>
      <Button
        icon={<UserCheck size={14} />}
        aria-label={`Approved ${shares}`}
        onPointerEnter={() => APPROVALS.preload()}
        onClick={() => setOpen(true)}
      >
        <span className={textStyles.wideOnly}>Approved</span> {shares}
      </Button>
      {isOpen ? <LaterPart of={APPROVALS} props={{ review, text, onClose: () => setOpen(false) }} /> : null}
    </>
  );
}
