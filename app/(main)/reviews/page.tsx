import type { Metadata } from "next";
import { ReviewList } from "#components/screens/reviews/review-list.tsx";

export const metadata: Metadata = { title: "Reviews" };

export default function ReviewsPage() {
  return <ReviewList />;
}
