import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { Note } from "#components/ui/note.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { titlesOf } from "#lib/base/access/roles.ts";

/** A person who is mentioned: the name, and their role and teams as far as they are known. */
export function PersonCard({ id, label }: { id: string; label: string }) {
  const { data } = useQuery(reads.member.found(label));
  const person = data?.items.find((one) => one.id === id);
  const said = person ? [...titlesOf(person.role), ...person.teams.map(({ name }) => name)].join(", ") : "";
  return (
    <div className={layoutStyles.tightStack}>
      <p>
        <b>{person?.name ?? label}</b>
      </p>
      {said === "" ? null : <Note>{said}</Note>}
    </div>
  );
}
