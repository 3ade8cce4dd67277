import type { Metadata } from "next";
import { HistoryList } from "#components/across/history/history-list.tsx";
import { Crumbs } from "#components/ui/crumbs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `History of ${(await params).key}` };
}

export default async function Page({ params }: Props) {
  const { key } = await params;
  return (
    <div className="page">
      <PageHead
        title={`History of ${key}`}
        crumbs={
          <Crumbs
            items={[
              { label: "Reviews", href: "/reviews" },
              { label: key, href: `/reviews/${key}` },
            ]}
          />
        }
      />
      <HistoryList noun="review" recordKey={key} />
    </div>
  );
}
