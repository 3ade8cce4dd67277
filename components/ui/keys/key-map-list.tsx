import textStyles from "../roles/text.module.css";
import { Kbd } from "./kbd.tsx";
import styles from "./key-map-list.module.css";
import type { KeyBinding } from "./key-registry.ts";

/**
 * Registered keys by group. Of two with the same keys, only the later one is active and listed, unless they act in
 * different places.
 */
export function KeyMapList({ bindings }: { bindings: readonly KeyBinding[] }) {
  const inForce = [
    ...new Map(bindings.map((one) => [`${one.keys.toLowerCase()} ${one.when ? one.label : ""}`, one])).values(),
  ];
  const groups = Map.groupBy(
    inForce.filter((one) => !one.unlisted),
    (one) => one.group,
  );
  return (
    <div className={styles.map}>
      {[...groups].map(([group, ones]) => (
        <section key={group}>
          <h3>{group}</h3>
          <dl>
            {ones.map((one) => (
              <div key={`${one.keys} ${one.label}`}>
                <dt>{one.label}</dt>
                <dd>
                  <Kbd keys={one.keys} />
                  <span className={textStyles.visuallyHidden}>{one.keys}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
