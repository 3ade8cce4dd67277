import { cx } from "../cx.ts";
import styles from "../labels/avatar.module.css";
import { Avatar, type Hue } from "../labels/avatar.tsx";
import { Tooltip } from "../tooltip.tsx";
import touch from "../touch-target.module.css";

export type Presence = {
  id: string;
  name: string;
  hue?: Hue;
  /** The part of the page where they write. */
  where?: string | undefined;
  /** The number of that part, as parts can have the same name. */
  part?: number | undefined;
};

type PresenceAvatarsProps = {
  people: readonly Presence[];
  max?: number | undefined;
  /** Whose place the page follows, with the way to start and stop. Without it, an avatar is only shown. */
  follow?: { id: string | null; onToggle: (id: string) => void } | undefined;
};

/** Who is here now, in their cursor colours. More than `max` become a count. New arrivals aren't announced. */
export function PresenceAvatars({ people, max = 4, follow }: PresenceAvatarsProps) {
  const rest = people.slice(max);
  return (
    <ul className={styles.group} aria-label="Here now">
      {people.slice(0, max).map((person) => (
        <li key={person.id}>
          {follow ? (
            <FollowButton
              person={person}
              isFollowed={person.id === follow.id}
              onToggle={() => follow.onToggle(person.id)}
            />
          ) : (
            <Avatar name={person.name} hue={person.hue} />
          )}
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

type FollowButtonProps = { person: Presence; isFollowed: boolean; onToggle: () => void };

function FollowButton({ person: { name, hue, where }, isFollowed, onToggle }: FollowButtonProps) {
  const words = where ? `${name}, in ${where}` : name;
  return (
    <Tooltip label={`${isFollowed ? "Stop following" : "Follow"} ${words}`}>
      <button
        type="button"
        className={cx(styles.follow, touch.around)}
        aria-label={`Follow ${words}`}
        aria-pressed={isFollowed}
        onClick={onToggle}
      >
        <Avatar name={name} hue={hue} silent />
      </button>
    </Tooltip>
  );
}
