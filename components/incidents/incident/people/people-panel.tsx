"use client";

import { Plus, X } from "lucide-react";
import { type ReactElement, useState } from "react";
import { personOption, useFoundPeople } from "#components/people/member/use-found-people.ts";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Avatar } from "#components/ui/labels/avatar.tsx";
import { Marked } from "#components/ui/labels/marked.tsx";
import { PairsList } from "#components/ui/lists/pairs-list.tsx";
import { Note } from "#components/ui/note.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { INCIDENT_ROLE_WORDS, INCIDENT_ROLES, type IncidentRole } from "#lib/base/vocabulary/incident.ts";
import type { Incident, RoleHolder } from "#lib/contract/incident.ts";
import { useWriteIncident } from "../use-write-incident.ts";
import styles from "./people-panel.module.css";

interface Named {
  userId: string | null;
  name: string;
}

type PersonMenuProps = {
  label: string;
  trigger: ReactElement;
  /** Those already named, who aren't offered again. */
  named: readonly Named[];
  onPick: (person: Named) => void;
};

const TYPED = "typed";

/** Someone with an account, or anyone by name. */
function PersonMenu({ label, trigger, named, onPick }: PersonMenuProps) {
  const [words, setWords] = useState("");
  const people = useFoundPeople();
  const typed = words.trim();
  const matches = people.rows
    .map(personOption)
    .filter(
      (person) =>
        !named.some(({ userId }) => userId === person.value) &&
        `${person.label} ${person.detail ?? ""}`.toLowerCase().includes(typed.toLowerCase()),
    );
  const isKnown = [...matches.map((person) => person.label), ...named.map(({ name }) => name)].some(
    (name) => name.toLowerCase() === typed.toLowerCase(),
  );
  const options =
    typed === "" || isKnown ? matches : [...matches, { value: TYPED, label: typed, detail: "Without an account" }];
  return (
    <ValueMenu
      label={label}
      value={null}
      options={options}
      placeholder="Add"
      empty="Enter a name"
      onSearch={(next) => {
        setWords(next);
        people.onSearch?.(next);
      }}
      onChange={(value) => {
        const person = matches.find((one) => one.value === value);
        onPick(person ? { userId: person.value, name: person.label } : { userId: null, name: typed });
        setWords("");
      }}
      trigger={trigger}
    />
  );
}

/** Who had which role during the incident. */
export function PeoplePanel({ incident }: { incident: Incident }) {
  const write = useWriteIncident(incident.key);
  const { roles } = incident;
  const mayEdit = incident.abilities.edit;
  const save = (next: RoleHolder[], said: string) => void write.update({ roles: next }, said);
  const shown = mayEdit
    ? INCIDENT_ROLES
    : INCIDENT_ROLES.filter((role) => roles.some((holder) => holder.role === role));
  return (
    <Section title="People" count={roles.length > 0 ? roles.length : undefined}>
      {shown.length === 0 ? <Note>No people yet.</Note> : null}
      <PairsList className={styles.list}>
        {shown.map((role) => (
          <div key={role}>
            <dt className={textStyles.secondary}>{INCIDENT_ROLE_WORDS[role]}</dt>
            <dd>
              {roles.map((holder, index) =>
                holder.role === role ? (
                  <Marked key={`${holder.userId ?? holder.name}`} className={styles.holder}>
                    <Avatar name={holder.name} />
                    <span className={textStyles.truncated}>{holder.name}</span>
                    {mayEdit ? (
                      <IconButton
                        label={`${holder.name} removed as ${INCIDENT_ROLE_WORDS[role].toLowerCase()}`}
                        icon={<X size={14} />}
                        onClick={() =>
                          save(
                            roles.filter((_, at) => at !== index),
                            `${holder.name} removed as ${INCIDENT_ROLE_WORDS[role].toLowerCase()}`,
                          )
                        }
                      />
                    ) : null}
                  </Marked>
                ) : null,
              )}
              {mayEdit ? <AddHolder role={role} roles={roles} onSave={save} /> : null}
            </dd>
          </div>
        ))}
      </PairsList>
    </Section>
  );
}

type AddHolderProps = { role: IncidentRole; roles: RoleHolder[]; onSave: (roles: RoleHolder[], said: string) => void };

function AddHolder({ role, roles, onSave }: AddHolderProps) {
  const words = INCIDENT_ROLE_WORDS[role];
  const named = roles.filter((holder) => holder.role === role);
  return (
    <PersonMenu
      label={`Add ${words.toLowerCase()}`}
      named={named}
      onPick={(person) => onSave([...roles, { role, ...person }], `${person.name} added as ${words.toLowerCase()}`)}
      trigger={
        <button
          type="button"
          className={cx(styles.add, textStyles.note, textStyles.link)}
          aria-label={`Add ${words.toLowerCase()}`}
        >
          <Plus size={14} />
          {named.length === 0 ? "Add" : null}
        </button>
      }
    />
  );
}
