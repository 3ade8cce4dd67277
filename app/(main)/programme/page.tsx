import { redirect } from "next/navigation";

export default function ProgrammePage() {
  redirect("/programme/monday");
}
