import GraphView from "#components/follow/factor-graph/graph-view.tsx";

const BOXES = ["a", "b", "c"].map((id, column) => ({
  ...{ id, title: `Factor ${id}`, note: "Supported", x: column * 350, y: 0 },
}));

/** A graph of three columns. */
export function FactorGraphStory() {
  const nothing = () => undefined;
  return <GraphView boxes={BOXES} lines={[]} mayEdit={false} onOpen={nothing} onRelate={nothing} onMove={nothing} />;
}
