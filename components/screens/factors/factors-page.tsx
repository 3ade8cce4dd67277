"use client";

import { useQuery } from "@tanstack/react-query";
import { Download, LayoutGrid, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { CreateActionForm } from "#components/follow/action-item/create/create-action-form.tsx";
import { ExplainsFilter } from "#components/follow/factor/explains-filter.tsx";
import { FactorPanel } from "#components/follow/factor/factor-panel.tsx";
import { Chain } from "#components/follow/factor-graph/chain.tsx";
import { RelationsTable } from "#components/follow/factor-graph/relations-table.tsx";
import { useFactorGraph } from "#components/follow/factor-graph/use-factor-graph.ts";
import { PartNotRead } from "#components/reviews/review/part-not-read.tsx";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { FACTOR_EXPLAINS } from "#lib/base/vocabulary/factor.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { Factor } from "#lib/contract/factor.ts";
import type { FactorGraph } from "#lib/contract/factor-graph.ts";
import type { Review } from "#lib/contract/review.ts";
import { graphSvg } from "#lib/follow/factor/graph-svg.ts";
import { drawnGraph } from "./drawn-graph.ts";
import styles from "./factors-page.module.css";

const SHAPES = ["both", "graph", "table"] as const;
type Shape = (typeof SHAPES)[number];

/** The parameters in the URL. */
const FACTORS_PARAMS = {
  as: parseAsStringLiteral(SHAPES).withDefault("both"),
  explains: parseAsStringLiteral(FACTOR_EXPLAINS),
};

const GraphView = dynamic(() => import("#components/follow/factor-graph/graph-view.tsx"), {
  ssr: false,
  loading: () => <SkeletonText lines={8} label="Loading the graph" />,
});

/** The factors of a review: how they are related, and what is missing between evidence, factors and actions. */
export function FactorsPage({ reviewKey }: { reviewKey: string }) {
  const review = useQuery(reads.review.get(reviewKey));
  const factors = useQuery(reads.factor.ofReview(reviewKey));
  const actions = useQuery(reads.actionItem.ofReview(reviewKey));
  const { graph } = useFactorGraph(reviewKey);
  const parts = [review, factors, actions, graph];
  // What is loaded stays when a later read fails, with what is typed next to it.
  const failed = parts.find(({ isError, data }) => isError && !data);
  const crumbs = <Crumbs items={[{ label: reviewKey, href: `/reviews/${reviewKey}` }]} />;
  if (failed)
    return (
      <Page>
        <PageHead crumbs={crumbs} title="Factors" />
        <PartNotRead
          what="Factors"
          reviewKey={reviewKey}
          error={failed.error}
          onRetry={() => parts.forEach((part) => void part.refetch())}
        />
      </Page>
    );
  if (!review.data || !factors.data || !actions.data || !graph.data)
    return (
      <Page>
        <PageHead crumbs={crumbs} title="Factors" />
        <SkeletonText lines={10} label="Loading the factors" />
      </Page>
    );
  return <Factors review={review.data} factors={factors.data.items} actions={actions.data.items} graph={graph.data} />;
}

interface FactorsProps {
  review: Review;
  factors: readonly Factor[];
  actions: readonly ActionItemRow[];
  graph: FactorGraph;
}

function Factors({ review, factors, actions, graph }: FactorsProps) {
  const { key, incident } = review;
  const [{ as, explains }, setUrl] = useQueryStates(FACTORS_PARAMS);
  const { relate, unrelate } = useFactorGraph(key);
  const [panel, setPanel] = useState<{ factorId: string | null } | null>(null);
  const [actionFor, setActionFor] = useState<string | null>(null);
  // Counted, so the same factor can start another relation.
  const [relating, setRelating] = useState<{ fromId: string | null; count: number }>({ fromId: null, count: 0 });
  const mayEdit = review.abilities.write;
  const drawn = useMemo(() => drawnGraph(factors, graph), [factors, graph]);
  const chained = factors.filter((factor) => explains === null || factor.explains.includes(explains));
  const addressing = new Set(factors.flatMap((factor) => factor.actions.map((action) => action.key)));
  const orphans = explains === null ? actions.filter((action) => !addressing.has(action.key)) : [];
  const holes = chained.reduce((sum, factor) => sum + factor.holes.length, 0) + orphans.length;
  const open = (id: string) => {
    if (factors.some((factor) => factor.id === id)) setPanel({ factorId: id });
  };
  const startRelation = (id: string) => {
    if (!factors.some((factor) => factor.id === id)) return;
    setRelating(({ count }) => ({ fromId: id, count: count + 1 }));
    if (as === "graph") void setUrl({ as: "both" });
  };
  return (
    <Page className={styles.page}>
      <PageHead
        crumbs={
          <Crumbs
            items={[
              { label: key, href: `/reviews/${key}` },
              { label: incident.key, href: `/incidents/${incident.key}` },
            ]}
          />
        }
        title="Factors"
        sub={`${countWords(factors.length, "factor")}. ${holes === 0 ? "Nothing is missing." : `${countWords(holes, "gap")} to close.`}`}
        actions={
          <HeadActions
            as={as}
            onAs={(next) => void setUrl({ as: next })}
            onDownload={() => download(`${key}-factors.svg`, graphSvg(`Factors of ${key}`, drawn.boxes, drawn.lines))}
            onAdd={mayEdit ? () => setPanel({ factorId: null }) : null}
          />
        }
      />
      {factors.length === 0 ? (
        <EmptyState title="No factors yet">
          Which conditions made the incident possible, larger or longer? Add them here or in the review.
        </EmptyState>
      ) : (
        <>
          <Section
            title="Relations"
            count={
              as === "table" ? undefined : (
                <span className={textStyles.wideOnly}>
                  Arrow keys follow the lines. Alt and an arrow key move a box. Enter opens a factor. R adds a relation.
                </span>
              )
            }
          >
            {as === "table" ? null : (
              <Drawing
                drawn={drawn}
                graph={graph}
                reviewKey={key}
                mayEdit={mayEdit}
                onOpen={open}
                onRelate={startRelation}
              />
            )}
            {as === "graph" ? null : (
              <RelationsTable
                key={relating.count}
                factors={factors}
                relations={graph.relations}
                mayEdit={mayEdit}
                fromId={relating.fromId}
                onOpen={open}
                onRelate={(edge) => void relate(edge)}
                onUnrelate={(edge) => void unrelate(edge)}
              />
            )}
          </Section>
          <Section title="Evidence and actions" count={countWords(holes, "gap")}>
            <div className={styles.filter}>
              <ExplainsFilter all="All factors" value={explains} onChange={(part) => void setUrl({ explains: part })} />
            </div>
            <Chain factors={chained} orphans={orphans} mayEdit={mayEdit} onOpen={open} onAddAction={setActionFor} />
          </Section>
        </>
      )}
      {panel ? (
        <FactorPanel
          key={panel.factorId ?? "new"}
          reviewKey={key}
          incidentKey={incident.key}
          factor={factors.find(({ id }) => id === panel.factorId) ?? null}
          onClose={() => setPanel(null)}
        />
      ) : null}
      {actionFor ? (
        <CreateActionForm
          preset={{ reviewKey: key, incidentKey: incident.key, factorIds: [actionFor] }}
          onDone={() => setActionFor(null)}
          onCancel={() => setActionFor(null)}
        />
      ) : null}
    </Page>
  );
}

interface HeadActionsProps {
  as: Shape;
  onAs: (as: Shape) => void;
  onDownload: () => void;
  /** Null for people who can't edit. */
  onAdd: (() => void) | null;
}

function HeadActions({ as, onAs, onDownload, onAdd }: HeadActionsProps) {
  return (
    <>
      <Seg
        label="View"
        value={as}
        options={[
          { value: "both", label: "Both" },
          { value: "graph", label: "Graph" },
          { value: "table", label: "Table" },
        ]}
        onChange={(value) => onAs(SHAPES.find((shape) => shape === value) ?? "both")}
      />
      <Button icon={<Download size={14} />} onClick={onDownload}>
        Download SVG
      </Button>
      {onAdd ? (
        <Button kind="primary" icon={<Plus size={14} />} onClick={onAdd}>
          Add factor
        </Button>
      ) : null}
    </>
  );
}

interface DrawingProps {
  drawn: ReturnType<typeof drawnGraph>;
  graph: FactorGraph;
  reviewKey: string;
  mayEdit: boolean;
  onOpen: (id: string) => void;
  onRelate: (id: string) => void;
}

function Drawing({ drawn, graph, reviewKey, mayEdit, onOpen, onRelate }: DrawingProps) {
  const { move, layOutAgain } = useFactorGraph(reviewKey);
  return (
    <>
      <GraphView
        boxes={drawn.boxes}
        lines={drawn.lines}
        mayEdit={mayEdit}
        onOpen={onOpen}
        onRelate={onRelate}
        onMove={(id, place) => void move(id, place)}
      />
      {mayEdit && graph.places.length > 0 ? (
        <Button kind="ghost" icon={<LayoutGrid size={14} />} onClick={() => void layOutAgain()}>
          Reset layout
        </Button>
      ) : null}
    </>
  );
}

function download(name: string, svg: string): void {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
