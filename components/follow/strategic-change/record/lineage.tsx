import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import styles from "./lineage.module.css";
import { layOut } from "./lineage-layout.ts";

const WIDTH = 414;
const INCIDENT_END = 52;
const FACTOR_X = 108;
const TEXT_X = 118;
const TEXT_END = 326;
const CHANGE_X = 372;

const curve = (fromX: number, fromY: number, toX: number, toY: number) => {
  const bend = (toX - fromX) / 2;
  return `M${fromX} ${fromY}C${fromX + bend} ${fromY} ${toX - bend} ${toY} ${toX} ${toY}`;
};

/**
 * The origin of a change: incidents, the factors they share, and the change. The list next to it contains the same as
 * text.
 */
export function Lineage({ change, level }: { change: StrategicChange; level: 2 | 3 }) {
  if (change.factors.length === 0) return null;
  const { incidents, factors, links, changeY, height } = layOut(change.factors);
  const label = `${incidents.length} ${incidents.length === 1 ? "incident leads" : "incidents lead"} through ${factors.length} ${
    factors.length === 1 ? "factor" : "factors"
  } to this change`;
  return (
    <svg className={styles.lineage} viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      {links.map(({ incident, factor }) => (
        <path
          key={factors[factor]?.id}
          className={styles.fromIncident}
          d={curve(INCIDENT_END, incidents[incident]?.y ?? 0, FACTOR_X - 4, factors[factor]?.y ?? 0)}
        />
      ))}
      {incidents.map((incident) => (
        <text key={incident.key} x="0" y={incident.y + 4}>
          {incident.key}
        </text>
      ))}
      {factors.map((factor) => (
        <g key={factor.id}>
          <path className={styles.toChange} d={curve(TEXT_END, factor.y, CHANGE_X, changeY)} />
          <circle cx={FACTOR_X} cy={factor.y} r="2.6" />
          <text className={level === 3 ? styles.inPanel : styles.onPage} x={TEXT_X} y={factor.y + 4}>
            {factor.words}
          </text>
        </g>
      ))}
      <svg
        x={CHANGE_X + 6}
        y={changeY - 12}
        width="27"
        height="24"
        viewBox="0 0 22 20"
        className={styles.therefore}
        aria-hidden="true"
      >
        <circle cx="11" cy="4" r="3.6" />
        <circle cx="4" cy="16" r="3.6" />
        <circle cx="18" cy="16" r="3.6" />
      </svg>
    </svg>
  );
}
