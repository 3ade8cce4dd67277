import { Banner } from "#components/ui/page/banner.tsx";

/** An error that belongs to no single field. */
export function FormRefusal({ message }: { message: string | undefined }) {
  return message ? <Banner tone="bad">{message}</Banner> : null;
}
