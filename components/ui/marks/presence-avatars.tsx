import styles from "../labels/avatar.module.css";
import { Avatar, type Hue } from "../labels/avatar.tsx";

export type Presence = { id: string; name: string; hue?: Hue };

/** Who is here now, in their cursor colours. More than `max` become a count. New arrivals aren't announced. */
export function PresenceAvatars({ people, max = 4 }: { people: readonly Presence[]; max?: number | undefined }) {
  const rest = people.slice(max);
  return (
    <ul className={styles.group} aria-label="Here now">
      {people.slice(0, max).map((person) => (
        <li key={person.id}>
          <Avatar name={person.name} hue={person.hue} />
        </li>
      ))}
      {rest.length > 0 ? (
        <li className={styles.avatar} title={rest.map((person) => person.name).join(", ")}>
          +{rest.length}
        </li>
      ) : null}
    </ul>
  );
}
