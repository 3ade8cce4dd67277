import { Button } from "../button.tsx";
import textStyles from "../roles/text.module.css";

interface ShowMoreProps {
  /** A list that is read page by page. */
  list: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    fetchNextPage: () => unknown;
  };
  label?: string | undefined;
  ghost?: boolean | undefined;
  className?: string | undefined;
}

/** Reads the next page of a list, or says that it couldn't. Nothing after the last one. */
export function ShowMore({ list, label = "Show more", ghost = false, className }: ShowMoreProps) {
  if (!list.hasNextPage) return null;
  return (
    <>
      {list.isFetchNextPageError ? (
        <p className={textStyles.note} role="alert">
          Couldn't load more. Try again.
        </p>
      ) : null}
      <Button
        className={className}
        kind={ghost ? "ghost" : undefined}
        busy={list.isFetchingNextPage}
        busyLabel="Loading"
        onClick={() => void list.fetchNextPage()}
      >
        {list.isFetchNextPageError ? "Try again" : label}
      </Button>
    </>
  );
}
