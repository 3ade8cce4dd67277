"use client";

import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { personOption, useFoundPeople } from "#components/people/member/use-found-people.ts";
import { useFoundTeams } from "#components/people/team/use-found-teams.ts";
import { Button } from "#components/ui/button.tsx";
import { Options } from "#components/ui/choices/option.tsx";
import { TokenField } from "#components/ui/choices/token-field.tsx";
import type { ValueOption } from "#components/ui/choices/value-list.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import type { Incident } from "#lib/contract/incident.ts";
import type { Team } from "#lib/contract/team.ts";
import { useWriteIncident } from "../use-write-incident.ts";
import { LeftIssues } from "./left-issues.tsx";

interface Readers {
  restricted: boolean;
  userIds: string[];
  teamIds: string[];
}

const readersOf = ({ restricted, grants }: Incident): Readers => ({
  restricted,
  userIds: grants.flatMap(({ userId, given }) => (given && userId !== null ? [userId] : [])),
  teamIds: grants.flatMap((grant) => grant.teamId ?? []),
});

const teamOption = ({ id, name, members }: Team): ValueOption => ({
  value: id,
  label: name,
  detail: members.length === 1 ? "1 person" : `${members.length} people`,
});

/** Options that include the names of those who already have access. */
const withGranted = (options: readonly ValueOption[], incident: Incident): ValueOption[] => {
  const granted = incident.grants.map(({ userId, teamId, name }) => ({ value: userId ?? teamId ?? "", label: name }));
  return [...options, ...granted.filter(({ value }) => !options.some((option) => option.value === value))];
};

/** Who can read an incident and everything that belongs to it. */
export function RestrictDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { key } = incident;
  const write = useWriteIncident(key);
  const people = useFoundPeople();
  const teams = useFoundTeams();
  const before = readersOf(incident);
  const [readers, setReaders] = useState<Readers>({ ...before, restricted: true });
  const save = () => {
    onClose();
    void write.act(
      (version) => api.incident.restrict({ key, version, ...readers }),
      readers.restricted ? `${key} restricted` : `${key} opened to everyone`,
      (version) => api.incident.restrict({ key, version, ...before }),
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Readers of ${key}`}
      description="This applies at once to its review, events, actions, search results, exports and counts. Linked issues in other trackers are unlinked. You and the person who created it keep access."
      widthPx={560}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" onClick={save}>
            Save readers
          </Button>
        </>
      }
    >
      <div className={layoutStyles.stack}>
        <Options
          label="Readers"
          labelHidden
          columns={2}
          value={readers.restricted ? "named" : "all"}
          onChange={(value) => setReaders({ ...readers, restricted: value === "named" })}
          options={[
            { value: "named", label: "Named people and teams", consequence: "Hidden from everyone else" },
            { value: "all", label: "Everyone", consequence: "Everyone with an account" },
          ]}
        />
        {readers.restricted ? (
          <>
            <Field label="People">
              <TokenField
                label="People"
                values={readers.userIds}
                options={withGranted(people.rows.map(personOption), incident)}
                nameOf={people.nameOf}
                onSearch={people.onSearch}
                onChange={(userIds) => setReaders({ ...readers, userIds })}
                addLabel="Add a person"
              />
            </Field>
            <Field label="Teams">
              <TokenField
                label="Teams"
                values={readers.teamIds}
                options={withGranted(teams.rows.map(teamOption), incident)}
                nameOf={teams.nameOf}
                onSearch={teams.onSearch}
                onChange={(teamIds) => setReaders({ ...readers, teamIds })}
                addLabel="Add a team"
              />
            </Field>
          </>
        ) : null}
        {incident.restricted ? <LeftIssues incidentKey={key} /> : null}
      </div>
    </Dialog>
  );
}
