import { Signature } from "#components/ui/marks/signature.tsx";
import { COVER_LINES } from "./cover-lines.ts";

/** The cover beside the form: what the product is, in its own mark. */
export function SignInCover() {
  return (
    <aside className="cv" aria-label="About Afterword">
      <ul className="ls" aria-hidden="true">
        {COVER_LINES.map(({ drawn, widthPx, segments }) => (
          <li key={drawn}>
            <Signature segments={segments} widthPx={widthPx} heightPx={11} />
          </li>
        ))}
      </ul>
      <div>
        <blockquote>Reviews that get written, actions that get done.</blockquote>
        <p>
          Each line above is an incident: dotted before anyone noticed, hatched while it hurt, solid while it was down,
          and closed with a ring.
        </p>
      </div>
    </aside>
  );
}
