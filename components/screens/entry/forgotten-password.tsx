import { Popover } from "#components/ui/popover.tsx";

/** Says who can help: there is no mail that everybody has set up. */
export function ForgottenPassword() {
  return (
    <Popover
      label="Forgotten password"
      align="end"
      trigger={
        <button type="button" className="lnk text-accent">
          Reset it
        </button>
      }
    >
      <div className="grid gap-2 max-w-72">
        <p>Ask an admin for a reset link. They make it in Settings, People; it works once, for 24 hours.</p>
        <p className="t2">Who runs the server makes one there:</p>
        <code className="mono break-all">npm run -s afterword -- user reset YOUR-EMAIL</code>
      </div>
    </Popover>
  );
}
