"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { toastDone, toastError } from "#components/ui/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { FoundAction } from "#lib/contract/import.ts";
import { draftOfFound } from "./draft-of-found.ts";
import { actionPlace, lineWords } from "./found-place.ts";

/** Proposes action items that a write-up lists. `proposed` holds the keys by place, for as long as the page stands. */
function useProposeFound(incidentKey: string, filename: string) {
  const client = useQueryClient();
  const [proposed, setProposed] = useState<ReadonlyMap<string, string>>(new Map());
  const [isBusy, setIsBusy] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: query.actionItem.key() });

  const takeBack = async (made: readonly ActionItem[], places: readonly string[]) => {
    try {
      for (const { key, version } of made) await api.actionItem.update({ key, version, archived: true });
      setProposed((now) => new Map([...now].filter(([place]) => !places.includes(place))));
      toastDone(`${countWords(made.length, "action")} taken back`);
    } catch (error) {
      toastError(wordsOf(error));
    }
    await refresh();
  };

  const propose = async (actions: readonly FoundAction[]): Promise<void> => {
    setIsBusy(true);
    const made: ActionItem[] = [];
    try {
      for (const action of actions) {
        const item = await api.actionItem.create({ ...draftOfFound(action, filename), incidentKey });
        made.push(item);
        setProposed((now) => new Map([...now, [actionPlace(action), item.key]]));
      }
    } catch (error) {
      toastError(wordsOf(error));
    }
    setIsBusy(false);
    await refresh();
    const places = actions.slice(0, made.length).map(actionPlace);
    if (made.length > 0)
      toastDone(`${countWords(made.length, "action")} proposed`, { undo: () => void takeBack(made, places) });
  };
  return { propose, isBusy, proposed };
}

type FoundActionsProps = { incidentKey: string; filename: string; actions: readonly FoundAction[] };

/** The action items that a write-up lists; those that are chosen are proposed for this incident. */
export function FoundActions({ incidentKey, filename, actions }: FoundActionsProps) {
  const id = useId();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { propose, isBusy, proposed } = useProposeFound(incidentKey, filename);
  const keyOf = (action: FoundAction) => proposed.get(actionPlace(action)) ?? action.knownAs;
  const open = actions.filter((action) => keyOf(action) === null);
  const chosen = open.filter((action) => !left.has(actionPlace(action)));
  const toggle = (place: string) =>
    setLeft((now) => new Set(now.has(place) ? [...now].filter((one) => one !== place) : [...now, place]));
  return (
    <section className="sec" aria-labelledby={id}>
      <SectionHead
        id={id}
        title="Action items in this text"
        count={`${actions.length}, ${filename}`}
        right={
          chosen.length > 0 ? (
            <Button busy={isBusy} busyLabel="Proposing" onClick={() => void propose(chosen)}>
              Propose {countWords(chosen.length, "action")}
            </Button>
          ) : undefined
        }
      />
      <ul className="rows">
        {actions.map((action) => (
          <FoundLine
            key={actionPlace(action)}
            action={action}
            actionKey={keyOf(action)}
            isChosen={!left.has(actionPlace(action))}
            onToggle={() => toggle(actionPlace(action))}
          />
        ))}
      </ul>
    </section>
  );
}

type FoundLineProps = { action: FoundAction; actionKey: string | null; isChosen: boolean; onToggle: () => void };

function FoundLine({ action, actionKey, isChosen, onToggle }: FoundLineProps) {
  const said = [action.priority, action.owner, action.due && `due ${action.due}`, action.ticket].filter(Boolean);
  return (
    <li className="flex gap-3 py-2">
      {actionKey === null ? (
        <Checkbox label={action.title} checked={isChosen} onChange={onToggle} />
      ) : (
        <span className="muted">{action.title}</span>
      )}
      <span className="right flex gap-2 muted small whitespace-nowrap">
        {said.join(", ")}
        {action.status === "done" ? <Tag>done there</Tag> : null}
        {actionKey === null ? (
          <span className="num">{lineWords(action)}</span>
        ) : (
          <TextLink href={`/actions/${actionKey}`}>{actionKey}</TextLink>
        )}
      </span>
    </li>
  );
}
