"use client";

import { Handle, MarkerType, type Node, type NodeProps, Position, ReactFlow, useNodesState } from "@xyflow/react";
import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import "@xyflow/react/dist/base.css";
import { useMediaQuery } from "#components/ui/use-media-query.ts";
import type { Point } from "#lib/follow/factor/graph.ts";
import { BOX, neighbourOf, type Way } from "#lib/follow/factor/graph.ts";
import { type DrawnBox, type DrawnLine, LINE_STYLES } from "#lib/follow/factor/graph-svg.ts";
import styles from "./factor-graph.module.css";

interface GraphViewProps {
  boxes: readonly DrawnBox[];
  lines: readonly DrawnLine[];
  mayEdit: boolean;
  onOpen: (id: string) => void;
  onRelate: (fromId: string) => void;
  onMove: (id: string, place: Point) => void;
}

type BoxNode = Node<{ title: string; note: string }, "box">;

const WAYS: Readonly<Record<string, Way>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
/** Narrower, the whole graph is shown first, in small. Wider, its words stay readable. */
const WIDE = "(min-width: 721px)";
const SMALLEST = { whole: 0.1, readable: 0.7 };
const STEP = 20;
const STEPS: Record<Way, Point> = {
  left: { x: -STEP, y: 0 },
  right: { x: STEP, y: 0 },
  up: { x: 0, y: -STEP },
  down: { x: 0, y: STEP },
};
const NODE_TYPES = { box: Box };

/**
 * The factors as boxes and their relations as lines. Arrow keys go along the lines, with Alt they move the box. Enter
 * opens a factor, R starts a relation.
 */
export default function GraphView({ boxes, lines, mayEdit, onOpen, onRelate, onMove }: GraphViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const given = useMemo(() => boxes.map(nodeOf), [boxes]);
  const [nodes, setNodes, onNodesChange] = useNodesState<BoxNode>(given);
  useEffect(() => setNodes(given), [given, setNodes]);
  const isWide = useMediaQuery(WIDE);
  const edges = useMemo(() => lines.map(edgeOf), [lines]);

  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const id =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(".react-flow__node")?.dataset.id : null;
    const box = boxes.find((one) => one.id === id);
    if (!id || !box || event.ctrlKey || event.metaKey) return;
    const way = WAYS[event.key];
    if (way && event.altKey && mayEdit) {
      event.preventDefault();
      onMove(id, { x: box.x + STEPS[way].x, y: box.y + STEPS[way].y });
    } else if (way) {
      event.preventDefault();
      const next = neighbourOf(id, way, boxes, lines);
      if (next) frame.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(next)}"]`)?.focus();
    } else if (event.key === "Enter") {
      event.preventDefault();
      onOpen(id);
    } else if (event.key === "r" && mayEdit && !event.altKey) {
      event.preventDefault();
      onRelate(id);
    }
  };

  return (
    <div ref={frame} className={styles.graph} data-factor-graph>
      <ReactFlow
        onKeyDown={press}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        onNodesChange={onNodesChange}
        onNodeDragStop={(_, { id, position }) => onMove(id, position)}
        onNodeDoubleClick={(_, { id }) => onOpen(id)}
        nodesDraggable={mayEdit}
        nodesConnectable={false}
        edgesFocusable={false}
        deleteKeyCode={null}
        disableKeyboardA11y
        zoomOnScroll={false}
        preventScrolling={false}
        fitView
        fitViewOptions={{ minZoom: isWide ? SMALLEST.readable : SMALLEST.whole, maxZoom: 1 }}
        minZoom={SMALLEST.whole}
        maxZoom={1.5}
        proOptions={{ hideAttribution: false }}
      />
    </div>
  );
}

const nodeOf = ({ id, x, y, title, note }: DrawnBox): BoxNode => ({
  ...{ id, type: "box", position: { x, y }, data: { title, note } },
  ...{ width: BOX.width, height: BOX.height, ariaLabel: `${title}. ${note}` },
});

const edgeOf = ({ fromId, toId, relation, label }: DrawnLine) => ({
  ...{ id: `${fromId} ${relation} ${toId}`, source: fromId, target: toId, label },
  labelStyle: { fill: "var(--text-2)" },
  labelBgStyle: { fill: "var(--canvas)" },
  markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color: "var(--text-2)" },
  style: {
    strokeWidth: LINE_STYLES[relation].width,
    ...(LINE_STYLES[relation].dashes === null ? {} : { strokeDasharray: LINE_STYLES[relation].dashes }),
  },
});

function Box({ data }: NodeProps<BoxNode>) {
  return (
    <div className={styles.box}>
      <Handle type="target" position={Position.Left} className={styles.handle} />
      <b>{data.title}</b>
      <small>{data.note}</small>
      <Handle type="source" position={Position.Right} className={styles.handle} />
    </div>
  );
}
