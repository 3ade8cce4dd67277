"use client";

import { Check, GitMerge, MessageSquarePlus, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Avatar } from "#components/ui/labels/avatar.tsx";
import { hueOf } from "#components/ui/labels/hue.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { changedWords, suggestionWords } from "#lib/reviews/suggestion/suggestion-words.ts";
import styles from "./suggestion-card.module.css";
import type { OpenSuggestion, Suggestions } from "./use-suggestions.ts";

interface SuggestionCardProps {
  suggestion: OpenSuggestion;
  suggestions: Suggestions;
  /** Its place among the open ones: "3 of 14". */
  place: string;
  isActive: boolean;
  mayDecide: boolean;
  onActivate: () => void;
  /** Goes to the next one after a decision, before the server answers. */
  onNext: () => void;
  onComment: () => void;
}

/** Activating scrolls to the passage, which would move a pressed button away from the pointer. */
const isButton = (target: EventTarget) => target instanceof Element && target.closest("button") !== null;

/** One suggestion: who proposed what, and what can be done with it. */
export function SuggestionCard(props: SuggestionCardProps) {
  const { suggestion, suggestions, place, isActive, mayDecide, onActivate, onNext, onComment } = props;
  const { id, author, mine, createdAt, proposal, changedFrom } = suggestion;
  const name = author?.name ?? "Former user";
  const { kind, detail } = suggestionWords(proposal);
  const changed = changedWords(changedFrom, proposal.sentences);
  const decide = (status: "accepted" | "rejected") => suggestions.decide(suggestion, status) && onNext();
  const press = (event: KeyboardEvent) => {
    if (!mayDecide || !(event.metaKey || event.ctrlKey)) return;
    if (event.key !== "Enter" && event.key !== "Backspace") return;
    event.preventDefault();
    decide(event.key === "Enter" ? "accepted" : "rejected");
  };
  return (
    <article
      className={cx(styles.card, isActive && styles.active)}
      style={author ? { borderLeftColor: `var(--cursor-${hueOf(author.id)})` } : undefined}
      data-suggestion-card={id}
      tabIndex={-1}
      aria-label={[`${place}, ${name}: ${kind}.`, detail, changed].filter(Boolean).join(" ")}
      aria-current={isActive || undefined}
      onFocus={({ target, currentTarget }) =>
        (target === currentTarget || target.matches(":focus-visible")) && onActivate()
      }
      onMouseDown={({ target }) => isButton(target) || onActivate()}
      onKeyDown={press}
    >
      <header className={styles.head}>
        <Avatar name={name} silent hue={author ? hueOf(author.id) : undefined} />
        <b>{name}</b>
        <Moment at={createdAt} />
      </header>
      <p className={textStyles.note}>
        {place}, {kind}
      </p>
      {detail ? <p>{detail}</p> : null}
      {changed ? (
        <p className={cx(textStyles.small, textStyles.attention)}>
          <GitMerge size={14} /> {changed}
        </p>
      ) : null}
      {mayDecide ? (
        <div className={styles.foot}>
          <Button
            icon={<Check size={14} />}
            keys={isActive ? "mod+Enter" : undefined}
            onClick={() => decide("accepted")}
          >
            Accept
          </Button>
          <Button kind="ghost" icon={<X size={14} />} onClick={() => decide("rejected")}>
            {mine ? "Withdraw" : "Reject"}
          </Button>
          <IconButton label="Comment" icon={<MessageSquarePlus size={14} />} onClick={onComment} />
        </div>
      ) : null}
    </article>
  );
}
