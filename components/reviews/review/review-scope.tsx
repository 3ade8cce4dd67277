"use client";

import { createContext, useContext } from "react";
import type { Review } from "#lib/contract/review.ts";

export interface ReviewScope {
  review: Review;
  /** Opens the form for a new action item, linked to these factors. */
  addAction: (factorIds: string[]) => void;
  /** Opens a factor next to the text. Null opens an empty form. */
  openFactor: (id: string | null, statement?: string) => void;
  /** The same for a learning. */
  openLearning: (id: string | null) => void;
}

const Scope = createContext<ReviewScope | null>(null);
export const ReviewScopeProvider = Scope.Provider;

/** The review of the current page part. */
export function useReviewScope(): ReviewScope {
  const scope = useContext(Scope);
  if (!scope) throw new Error("Needs a review as an ancestor.");
  return scope;
}
