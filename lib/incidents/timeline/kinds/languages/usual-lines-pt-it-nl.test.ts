import { expect, it } from "vitest";
import { misread } from "../testing/misread.ts";

/**
 * Usual lines of timelines, each with every kind that is right for it, and lines with the same words that have no
 * kind.
 */
const USUAL: Readonly<Record<string, string>> = {
  Portuguese: `
    deploy_finished deploy_started | Versão 4.2 implantada em produção
    config_changed | Alteração na configuração do balanceador
    migration | Migração do banco iniciada
    impact_started error_observed | O site está fora do ar
    impact_started error_observed | Usuários não conseguem fazer login
    impact_started | Início do incidente
    impact_started error_observed | Queda total do serviço
    impact_started error_observed | Pagamentos começam a falhar
    impact_started error_observed | O serviço parou de responder
    error_observed | Erros 500 nos logs
    error_observed | Disco cheio no db2
    error_observed | Certificado expirado
    error_observed | Falha no backup
    metric_shift | CPU sobe para 100%
    metric_shift error_observed | Aumento da taxa de erros
    alert_fired | Alerta: taxa de erro alta
    alert_fired | Monitoramento dispara alerta
    alert_fired | Primeiro alerta disparado
    customer_report | Primeiro relato de cliente
    customer_report | Cliente relata erro no pagamento
    customer_report | Usuários relatam lentidão
    customer_report | Suporte recebe os primeiros chamados
    paged | Plantonista acionado
    paged | Equipe de plantão acionada
    acknowledged | Alerta reconhecido
    escalated | Escalado para o time de redes
    escalated | Chamado aberto com o fornecedor
    escalated | Contato com o provedor
    joined | Time de redes entra na chamada
    declared | Incidente declarado
    declared escalated | Sala de guerra aberta
    handoff | Passagem de turno
    hypothesis | Hipótese: vazamento de memória
    hypothesis | Suspeita de problema no DNS
    hypothesis_rejected | Rede descartada como causa
    decision | Decidido fazer rollback
    mitigation_started rerouted | Failover para o servidor reserva
    mitigation_started | Bloqueio dos IPs de origem
    mitigation_started | Iniciada a restauração do backup
    mitigation_started | Substituição do disco com defeito
    mitigation_started | Cache limpo
    rollback_started | Rollback iniciado
    rollback_finished | Rollback concluído
    restarted | Servidor reiniciado
    restarted | Reinício dos serviços
    scaled | Adicionadas duas instâncias
    scaled | Aumento da capacidade
    rerouted mitigation_started | Tráfego redirecionado
    mitigated metric_shift | Taxa de erros cai
    mitigated impact_changed | Serviço parcialmente restabelecido
    mitigation_failed | Reinício não resolveu
    monitoring | Seguimos monitorando
    resolved impact_ended | Incidente resolvido
    resolved impact_ended mitigated | Serviço restabelecido
    resolved impact_ended | Volta à normalidade
    resolved impact_ended | Fim do incidente
    closed | Chamado encerrado
    public_update | Página de status atualizada
    public_update | Clientes avisados por e-mail
    public_update | Comunicado publicado
    dependency_event | Provedor confirma falha
    observation | Causa identificada
    observation | Análise em andamento
    observation | Nenhum alerta foi disparado
    observation | Reinício previsto para amanhã
    observation | O certificado não expirou
    observation | O disco não está cheio
    observation | Avalia-se reiniciar o servidor
    observation | Os IPs não foram bloqueados
    observation | O cache será limpo amanhã
    observation | Nenhum cliente foi afetado`,
  Italian: `
    deploy_finished deploy_started | Rilasciata la versione 4.2 in produzione
    deploy_started | Inizio del rilascio
    deploy_finished | Rilascio completato
    config_changed | Modificata la configurazione del bilanciatore
    migration | Avviata la migrazione del database
    impact_started error_observed | Il sito non è raggiungibile
    impact_started error_observed | Gli utenti non riescono ad accedere
    impact_started | Inizio del disservizio
    impact_started error_observed | Blocco totale del sistema
    impact_started error_observed | I pagamenti falliscono
    impact_started error_observed | Il servizio smette di rispondere
    error_observed | Errori 500 nei log
    error_observed | Disco pieno su db2
    error_observed | Certificato scaduto
    error_observed | Backup fallito
    metric_shift | La CPU sale al 100%
    metric_shift error_observed | Aumenta il tasso di errore
    alert_fired | Allarme: tasso di errore elevato
    alert_fired | Scatta l'allarme del monitoraggio
    customer_report | Prima segnalazione di un cliente
    customer_report | Un cliente segnala errori nel pagamento
    customer_report | Diversi utenti segnalano rallentamenti
    customer_report | Il supporto riceve i primi ticket
    paged | Chiamato il reperibile
    acknowledged | Allarme preso in carico
    escalated | Escalation al team di rete
    escalated | Aperto un ticket con il fornitore
    escalated | Contattato il fornitore
    joined | Il team di rete si unisce alla chiamata
    joined | Il tecnico arriva in sede
    declared | Dichiarato incidente grave
    handoff | Passaggio di consegne al turno di notte
    hypothesis | Ipotesi: perdita di memoria
    hypothesis | Si sospetta un problema DNS
    hypothesis_rejected | Esclusa la rete come causa
    decision | Si decide di tornare alla versione precedente
    mitigation_started rerouted | Passaggio al server di riserva
    mitigation_started | Bloccati gli indirizzi IP
    mitigation_started | Avviato il ripristino dal backup
    mitigation_started deploy_finished deploy_started | Applicata la correzione
    mitigation_started | Sostituito il disco guasto
    rollback_started | Avviato il rollback
    rollback_finished | Rollback completato
    restarted | Riavviato il server
    restarted | Riavvio dei servizi
    scaled | Aggiunte due istanze
    rerouted mitigation_started | Traffico deviato sul secondo datacenter
    mitigated metric_shift | Il tasso di errore scende
    mitigated impact_changed | Servizio parzialmente ripristinato
    mitigation_failed | Il riavvio non risolve il problema
    monitoring | Continuiamo a monitorare
    resolved impact_ended | Problema risolto
    resolved impact_ended mitigated | Servizio ripristinato
    resolved impact_ended | Tutto torna alla normalità
    resolved impact_ended | Fine del disservizio
    closed | Ticket chiuso
    public_update | Aggiornata la pagina di stato
    public_update | Clienti informati via mail
    public_update | Pubblicato un avviso sul sito
    internal_update | Informata la direzione
    dependency_event | Il fornitore conferma un guasto
    observation | Causa individuata
    observation | Analisi in corso
    observation | Nessun allarme è scattato
    observation | Riavvio previsto per domani
    observation | Il certificato non è scaduto
    observation | Il disco non è pieno
    observation | Si valuta un riavvio
    observation | Gli indirizzi IP non sono stati bloccati
    observation | Nessun cliente coinvolto`,
  Dutch: `
    deploy_finished deploy_started | Versie 4.2 uitgerold naar productie
    deploy_started | Start van de uitrol
    deploy_finished | Uitrol afgerond
    config_changed | Configuratie van de loadbalancer aangepast
    migration | Migratie van de database gestart
    impact_started error_observed | De website is niet bereikbaar
    impact_started error_observed | Gebruikers kunnen niet inloggen
    impact_started | Begin van de storing
    impact_started error_observed | Volledige uitval van het platform
    impact_started error_observed | Betalingen mislukken
    impact_started error_observed | De server reageert niet meer
    error_observed | Foutmeldingen in de logs
    error_observed | Schijf vol op db2
    error_observed | Certificaat verlopen
    error_observed | Back-up mislukt
    metric_shift | CPU-belasting stijgt naar 100%
    metric_shift error_observed | Foutpercentage stijgt
    alert_fired | Alarm: hoog foutpercentage
    alert_fired | Monitoring geeft een alarm
    customer_report | Eerste melding van een klant
    customer_report | Klant meldt fouten bij betalen
    customer_report | Meerdere gebruikers melden traagheid
    paged | Wachtdienst gebeld
    paged | Dienstdoende engineer opgeroepen
    acknowledged | Alarm bevestigd
    acknowledged | Melding opgepakt door de wachtdienst
    escalated | Geëscaleerd naar het netwerkteam
    escalated | Ticket aangemaakt bij de leverancier
    joined | Netwerkteam sluit aan
    joined | Monteur ter plaatse
    declared | Incident uitgeroepen
    handoff | Overdracht aan de nachtploeg
    hypothesis | Vermoeden: geheugenlek
    hypothesis | We vermoeden een DNS-probleem
    hypothesis_rejected | Netwerk uitgesloten als oorzaak
    decision | Besloten om terug te draaien
    mitigation_started rerouted | Overgeschakeld naar de reserveserver
    mitigation_started | IP-adressen geblokkeerd
    mitigation_started | Herstel vanuit back-up gestart
    mitigation_started deploy_finished deploy_started | Hotfix uitgerold
    mitigation_started | Defecte schijf vervangen
    rollback_started rollback_finished | Wijziging teruggedraaid
    rollback_finished | Rollback voltooid
    restarted | Server herstart
    restarted | Herstart van de webserver
    scaled | Twee extra instances toegevoegd
    rerouted mitigation_started | Verkeer omgeleid
    mitigated metric_shift | Foutpercentage daalt
    mitigated impact_changed | Dienst gedeeltelijk hersteld
    mitigation_failed | Herstart heeft niet geholpen
    monitoring | We blijven monitoren
    resolved impact_ended | Storing opgelost
    resolved impact_ended mitigated | Dienst hersteld
    resolved impact_ended | Alles werkt weer normaal
    resolved impact_ended | Einde van de storing
    closed | Ticket gesloten
    public_update | Statuspagina bijgewerkt
    public_update | Klanten per e-mail geïnformeerd
    internal_update | Directie geïnformeerd
    dependency_event | Leverancier bevestigt storing
    observation | Oorzaak gevonden
    observation | Onderzoek loopt
    observation | Er ging geen alarm af
    observation | Herstart gepland voor morgen
    observation | Het certificaat is niet verlopen
    observation | De schijf is niet vol
    observation | We overwegen een herstart
    observation | De IP-adressen zijn niet geblokkeerd
    observation | Geen klanten getroffen`,
};

it.each(Object.keys(USUAL))("reads the usual lines of a timeline in %s", (language) =>
  expect(misread(USUAL[language] ?? "")).toEqual([]),
);
