"use client";

import { CheckCheck, X } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { SuggestionCard } from "./suggestion-card.tsx";
import styles from "./suggestion-list.module.css";
import type { OpenSuggestion, Suggestions } from "./use-suggestions.ts";

interface SuggestionListProps {
  reviewKey: string;
  suggestions: Suggestions;
  activeId: string | null;
  mayDecide: boolean;
  onActivate: (id: string) => void;
  onNext: () => void;
  onComment: (id: string) => void;
}

/** The people who propose something, each once, in the order of the text. */
function peopleOf(open: readonly OpenSuggestion[]) {
  const people = new Map<string, { id: string; name: string; count: number }>();
  for (const { author } of open) {
    if (!author) continue;
    const known = people.get(author.id);
    if (known) known.count += 1;
    else people.set(author.id, { ...author, count: 1 });
  }
  return [...people.values()];
}

/** The open suggestions of a text, of everyone or of one person, one by one or all at once. */
export function SuggestionList(props: SuggestionListProps) {
  const { reviewKey, suggestions, activeId, mayDecide, onActivate, onNext, onComment } = props;
  const [personId, setPersonId] = useState("");
  const { open, acceptAll, rejectAll } = suggestions;
  const people = peopleOf(open);
  const person = people.find(({ id }) => id === personId);
  const shown = person ? open.filter(({ author }) => author?.id === person.id) : open;
  const all = person ? `all ${person.count} of ${person.name}` : `all ${open.length}`;
  const input = () => ({ key: reviewKey, ids: shown.map(({ id }) => id) });
  const isBusy = acceptAll.isPending || rejectAll.isPending;
  if (open.length === 0) return <p className={textStyles.muted}>No suggestions</p>;
  return (
    <>
      {people.length > 1 ? (
        <Select
          aria-label="Suggestions of"
          value={person?.id ?? ""}
          placeholder={`Everyone, ${open.length}`}
          options={people.map(({ id, name, count }) => ({ value: id, label: `${name}, ${count}` }))}
          onChange={(event) => setPersonId(event.target.value)}
        />
      ) : null}
      {mayDecide && shown.length > 1 ? (
        <div className={styles.decideAll}>
          <Button icon={<CheckCheck size={14} />} busy={isBusy} onClick={() => acceptAll.mutate(input())}>
            Accept {all}
          </Button>
          <Button kind="ghost" icon={<X size={14} />} busy={isBusy} onClick={() => rejectAll.mutate(input())}>
            Reject {all}
          </Button>
        </div>
      ) : null}
      <div className={styles.cards}>
        {shown.map((suggestion) => (
          <SuggestionCard
            key={suggestion.id}
            suggestion={suggestion}
            suggestions={suggestions}
            place={`${open.indexOf(suggestion) + 1} of ${open.length}`}
            isActive={suggestion.id === activeId}
            mayDecide={mayDecide}
            onActivate={() => onActivate(suggestion.id)}
            onNext={onNext}
            onComment={() => onComment(suggestion.id)}
          />
        ))}
      </div>
    </>
  );
}
