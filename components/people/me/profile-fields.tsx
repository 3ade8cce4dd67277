"use client";

import { EditableText } from "#components/ui/editable-text.tsx";
import { PropsList } from "#components/ui/props-list.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { ROLE_WORDS } from "#lib/base/access/roles.ts";
import type { Me } from "#lib/contract/me.ts";
import { useUpdateMe } from "./use-update-me.ts";
import { ZoneMenu } from "./zone-menu.tsx";

/** Who I am to others; a value is edited where it stands. */
export function ProfileFields({ me }: { me: Me }) {
  const save = useUpdateMe();
  return (
    <section className="sec" aria-labelledby="profile">
      <SectionHead id="profile" title="Profile" />
      <PropsList
        items={[
          {
            term: "Name",
            value: (
              <EditableText
                label="Your name"
                value={me.name}
                check={(name) => (name === "" ? "Give your name" : name.length > 120 ? "At most 120 characters" : null)}
                onSave={(name) => void save({ name }, `Your name is ${name}`)}
              />
            ),
          },
          { term: "Email", value: me.email },
          { term: "Role", value: ROLE_WORDS[me.role] },
          {
            term: "Teams",
            value:
              me.teams.length === 0 ? <span className="muted">none yet</span> : me.teams.map((t) => t.name).join(", "),
          },
          {
            term: "Time zone",
            value: (
              <ZoneMenu
                value={me.timeZone}
                onChange={(timeZone) => void save({ timeZone }, `Your time zone is ${timeZone.replaceAll("_", " ")}`)}
              />
            ),
          },
        ]}
      />
    </section>
  );
}
