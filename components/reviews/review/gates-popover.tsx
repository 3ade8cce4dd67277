"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ListTodo } from "lucide-react";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import type * as Y from "yjs";
import { query, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/fields/field-error.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Note } from "#components/ui/note.tsx";
import { Popover } from "#components/ui/overlays/popover.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { settling } from "#components/ui/use-settled-text.ts";
import { type GateCode, REVIEW_STATUS_WORDS, type ReviewStatus } from "#lib/base/vocabulary/review.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Gates, Review } from "#lib/contract/review.ts";
import { nextReviewStatus } from "#lib/reviews/review/status.ts";
import styles from "./gates-popover.module.css";

const BEFORE_WORDS: Partial<Record<ReviewStatus, string>> = {
  in_review: "Gates before In review",
  reviewed: "Gates before Reviewed",
  published: "Gates before Published",
  closed: "Gates before Closed",
};

const openWords = (open: number) => (open === 0 ? "All gates met" : open === 1 ? "1 gate open" : `${open} gates open`);

/** By then, a change is saved. */
const SAVED_MS = 2000;

/** Calls `read` when the text has changed: once it is quiet, or now and then until it is. */
function useTextChanges(text: Y.Doc | null, read: () => void): void {
  const onSettled = useEffectEvent(read);
  useEffect(() => {
    if (!text) return;
    const { changed, end } = settling(SAVED_MS, () => onSettled());
    text.on("update", changed);
    return () => {
      end();
      text.off("update", changed);
    };
  }, [text]);
}

interface GatesPopoverProps {
  review: Review;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The shared text, whose changes can open and close gates. */
  text?: Y.Doc | null;
  /** Opens the people and dates. Left out if the viewer can't change them. */
  onPeople?: (() => void) | undefined;
}

/** Gates that block the review's next status, each with its waiver and the reason. */
export function GatesPopover({ review, open: isOpen, onOpenChange, text = null, onPeople }: GatesPopoverProps) {
  const client = useQueryClient();
  const trigger = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const input = { key: review.key };
  const options = reads.review.gates(review.key);
  const gates = useQuery(options);
  useTextChanges(text, () => void client.invalidateQueries({ queryKey: options.queryKey }));
  const settled = {
    onSuccess: (data: Gates) => {
      // The form or the button of the waiver goes, with the focus.
      heading.current?.focus();
      client.setQueryData(options.queryKey, data);
      void refresh(client, "review", [options.queryKey]);
    },
    onError: (error: unknown) => toastError(wordsOf(error)),
  };
  const waive = useMutation(query.review.waive.mutationOptions(settled));
  const unwaive = useMutation(query.review.unwaive.mutationOptions(settled));
  // What it opens returns the focus to where it was, and the link is gone by then.
  const follow = () => {
    trigger.current?.focus();
    onOpenChange(false);
  };
  // The other buttons stay where they are once the gates have come.
  if (gates.isPending && review.abilities.write && nextReviewStatus(review.status))
    return (
      <Button icon={<ListTodo size={14} />} disabled>
        {openWords(review.gatesOpen)}
      </Button>
    );
  if (!gates.data?.to) return null;
  const before = BEFORE_WORDS[gates.data.to] ?? `Gates before ${REVIEW_STATUS_WORDS[gates.data.to]}`;
  return (
    <Popover
      label={before}
      align="end"
      open={isOpen}
      onOpenChange={onOpenChange}
      trigger={
        <Button ref={trigger} icon={<ListTodo size={14} />}>
          {openWords(gates.data.open)}
        </Button>
      }
    >
      <h2 ref={heading} tabIndex={-1} className={textStyles.strong}>
        {before}
      </h2>
      {gates.data.gates.length === 0 ? <p className={textStyles.muted}>This status has no gates.</p> : null}
      <ul className={styles.gates}>
        {gates.data.gates.map((gate) => (
          <li key={gate.code}>
            <Status className={styles.gate} kind={gate.ok ? "done" : gate.waiver ? "cancelled" : "open"}>
              {gate.label}
            </Status>
            <Note className={styles.detail}>
              {gate.waiver && !gate.ok ? (
                `${gate.leaveOut ? "Left out" : "Waived"} by ${gate.waiver.by ?? "an admin"}: ${gate.waiver.reason}`
              ) : gate.ok ? (
                gate.detail
              ) : (
                <GateLink {...{ review, onPeople }} code={gate.code} onFollow={follow}>
                  {gate.detail}
                </GateLink>
              )}
            </Note>
            {gate.abilities.waive && !gate.ok && !gate.waiver ? (
              <WaiveForm
                label={gate.label}
                verb={gate.leaveOut ? "Leave out" : "Waive gate"}
                onWaive={(reason) =>
                  waive.mutate(
                    { ...input, gate: gate.code, reason },
                    {
                      onSuccess: () =>
                        toastDone(gate.leaveOut ? "Section left out" : "Gate waived", {
                          undo: () => unwaive.mutate({ ...input, gate: gate.code }),
                        }),
                    },
                  )
                }
              />
            ) : null}
            {gate.abilities.waive && gate.waiver ? (
              <Button
                className={styles.step}
                kind="ghost"
                onClick={() => unwaive.mutate({ ...input, gate: gate.code })}
              >
                {gate.leaveOut ? "Require again" : "Remove waiver"}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Popover>
  );
}

interface GateLinkProps extends Pick<GatesPopoverProps, "review" | "onPeople"> {
  code: string;
  onFollow: () => void;
  children: string;
}

/** The next step as a link to its field or section. */
function GateLink({ review, code, onFollow, onPeople, children }: GateLinkProps) {
  if (code === "meeting_held" && onPeople) {
    const follow = () => {
      onFollow();
      onPeople();
    };
    return (
      <button type="button" className={textStyles.link} onClick={follow}>
        {children}
      </button>
    );
  }
  const href = gatePlace(code, review.incident.key);
  if (href === null) return children;
  const isInText = href.startsWith("#");
  return isInText ? (
    <a className={textStyles.link} href={href} onClick={onFollow}>
      {children}
    </a>
  ) : (
    <TextLink href={href}>{children}</TextLink>
  );
}

interface WaiveFormProps {
  label: string;
  verb: string;
  onWaive: (reason: string) => void;
}

function WaiveForm({ label, verb, onWaive }: WaiveFormProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  if (reason === null) {
    return (
      <Button className={styles.step} kind="ghost" onClick={() => setReason("")}>
        {verb}
      </Button>
    );
  }
  const isMissing = isTried && reason.trim() === "";
  return (
    <form
      className={styles.step}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim()) onWaive(reason.trim());
        else field.current?.focus();
      }}
    >
      <div className={layoutStyles.row}>
        <Input
          ref={field}
          aria-label={`Reason for “${verb}”: ${label}`}
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? id : undefined}
          placeholder="Reason"
          maxLength={LENGTHS.review.waiverReason}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit">{verb}</Button>
      </div>
      <FieldError id={id} message={isMissing ? "Enter a reason" : undefined} />
    </form>
  );
}

const IN_THE_TEXT = new Map<string, string>(
  Object.entries({
    factors_enough: "#factors",
    factors_evidenced: "#factors",
    drafts_accepted: "#first-draft",
    priority_actions_complete: "#actions",
    priority_action_exists: "#actions",
    priority_actions_settled: "#actions",
  } satisfies Partial<Record<GateCode, string>>),
);

/** Returns the URL where a gate's next step is done, or null if there is none. */
function gatePlace(code: string, incidentKey: string): string | null {
  if (code === "impact_stated") return `/incidents/${incidentKey}#impact-text`;
  if (code === "milestones_set") return `/incidents/${incidentKey}`;
  if (code.startsWith("section:")) return `#${code.slice("section:".length)}`;
  return IN_THE_TEXT.get(code) ?? null;
}
