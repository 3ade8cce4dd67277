import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const asked = (text: string) => times(text).map((one) => one[0]);

describe("a day without a year, but with its day of the week", () => {
  it.each([
    "# Outage\n\nPosted 6 July 2024\n\n- Friday, June 3, 10:02 UTC: mail failed\n- Friday, June 3, 10:12 UTC: mail is back\n",
    "Outage of Friday, June 3\n\nPosted 6 July 2024\n\n- 10:02 UTC: mail failed\n- 10:12 UTC: mail is back\n",
    "Outage\n\nPosted 6 July 2024\n\nOn Friday, June 3, mail failed at 10:02 UTC. It was back at 10:12 UTC.\n",
    "Outage\n\nWe moved on 1 May 2024.\n\nOn Friday, June 3, mail failed at 10:02 UTC. It was back at 10:12 UTC.\n",
    "Störung vom Freitag, 3. Juni\n\nVeröffentlicht am 6. Juli 2024\n\n- 10:02 Uhr: Mail fiel aus\n- 10:12 Uhr: behoben\n",
    "Panne\n\nPublié le 6 juillet 2024\n\nLe vendredi 3 juin à 10:02, le serveur est tombé. À 10:12, la panne était finie.\n",
    "Caída\n\nPublicado el 6 de julio de 2024\n\nEl viernes 3 de junio a las 10:02 cayó el servidor. A las 10:12 volvió.\n",
    "Guasto\n\nPubblicato il 6 luglio 2024\n\nVenerdì 3 giugno alle 10:02 il server è caduto. Alle 10:12 era ripristinato.\n",
    "Storing\n\nGepubliceerd op 6 juli 2024\n\nOp vrijdag 3 juni om 10:02 uur viel de server uit. Om 10:12 uur was hij hersteld.\n",
    "## Timeline\n\nPosted 6 July 2024\n\n### Friday, June 3\n- 10:02 UTC: mail failed\n- 10:12 UTC: mail is back\n",
  ])("isn't in a year in which it is on another day of the week: %s", (text) => {
    expect(asked(text).join("")).toMatch(/^\?{1,2}$/);
  });

  it.each([
    "# Outage\n\nPosted 6 July 2024\n\n- Monday, June 3, 10:02 UTC: mail failed\n- Monday, June 3, 10:12 UTC: mail is back\n",
    "Outage of Monday, June 3\n\nPosted 6 July 2024\n\n- 10:02 UTC: mail failed\n- 10:12 UTC: mail is back\n",
    "Outage of June 3, 2024\n\nOn Friday, June 3, mail failed at 10:02 UTC. It was back at 10:12 UTC.\n",
    "Outage\n\nOn Friday, June 3, 2024, mail failed at 10:02 UTC. It was back at 10:12 UTC.\n",
  ])("is in that year otherwise, and a slip next to the full day is none: %s", (text) => {
    expect(times(text)).toEqual(["06-03 10:02", "06-03 10:12"]);
  });
});
