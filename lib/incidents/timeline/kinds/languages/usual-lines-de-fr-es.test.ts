import { expect, it } from "vitest";
import { misread } from "../testing/misread.ts";

/**
 * Usual lines of timelines, each with every kind that is right for it, and lines with the same words that have no
 * kind.
 */
const USUAL: Readonly<Record<string, string>> = {
  German: `
    deploy_finished deploy_started | Version 4.2 wurde in Produktion ausgerollt
    deploy_started deploy_finished | Release 4.2 geht live
    deploy_started | Deployment gestartet
    deploy_finished | Deployment abgeschlossen
    config_changed | Konfiguration des Load Balancers angepasst
    config_changed | Firewallregel geändert
    migration | Datenmigration gestartet
    impact_started error_observed | Die Website ist nicht erreichbar
    impact_started error_observed | Kunden können sich nicht einloggen
    impact_started | Beginn der Störung
    impact_started error_observed | Der Dienst fällt aus
    impact_started error_observed | Totalausfall der Telefonanlage
    impact_started error_observed | Keine Bestellungen mehr möglich
    impact_started error_observed | Erste Fehler bei Kunden
    error_observed | Im Log erscheinen Timeouts zur Datenbank
    error_observed | Festplatte auf db2 voll
    error_observed | Zertifikat abgelaufen
    error_observed | Backup fehlgeschlagen
    metric_shift | CPU-Last steigt auf 100 %
    metric_shift | Antwortzeiten steigen stark an
    metric_shift error_observed | Fehlerrate steigt auf 30 %
    alert_fired | Alarm: hohe Fehlerrate
    alert_fired | Überwachung meldet Ausfall von web3
    alert_fired | Erster Alarm geht ein
    customer_report | Erste Kundenmeldung geht ein
    customer_report | Kunde meldet Fehler beim Bezahlen
    customer_report | Mehrere Anwender melden Probleme
    customer_report | Anrufe im Support häufen sich
    paged | Bereitschaft wird alarmiert
    paged | Rufbereitschaft angerufen
    acknowledged | Alarm quittiert
    acknowledged joined | Bereitschaft bestätigt den Alarm
    escalated | Eskalation an das Netzwerkteam
    escalated | Ticket beim Hersteller eröffnet
    escalated | Provider kontaktiert
    escalated | Datenbankteam hinzugezogen
    joined | Netzwerkteam ist in der Telefonkonferenz
    joined | Anna kommt dazu
    joined | Techniker vor Ort
    declared | Vorfall ausgerufen
    declared | Major Incident eröffnet
    declared escalated | Krisenstab einberufen
    handoff | Übergabe an die Nachtschicht
    hypothesis | Vermutung: Speicherleck
    hypothesis | Wir vermuten ein DNS-Problem
    hypothesis_rejected | Netzwerk als Ursache ausgeschlossen
    decision | Entscheidung: Rollback
    decision | Wir beschließen, auf den Ersatzserver umzuschalten
    mitigation_started rerouted | Umschaltung auf das Ersatzsystem
    mitigation_started | Sperren der angreifenden IP-Adressen
    mitigation_started | Wiederherstellung aus dem Backup begonnen
    mitigation_started deploy_finished deploy_started | Hotfix eingespielt
    mitigation_started | Defekte Festplatte getauscht
    mitigation_started | Cache geleert
    rollback_started | Rollback gestartet
    rollback_finished | Rollback abgeschlossen
    restarted | Server neu gestartet
    restarted | Neustart des Webservers
    scaled | Zwei weitere Instanzen gestartet
    scaled | Kapazität verdoppelt
    rerouted mitigation_started | Datenverkehr umgeleitet
    mitigated metric_shift | Fehlerrate sinkt wieder
    mitigated impact_changed | Dienst teilweise wiederhergestellt
    mitigation_failed | Neustart ohne Erfolg
    monitoring | Wir beobachten die Lage weiter
    monitoring | System wird weiter beobachtet
    resolved impact_ended | Störung behoben
    resolved impact_ended | Alle Systeme wieder verfügbar
    resolved impact_ended mitigated | Dienst wieder erreichbar
    resolved | Entwarnung
    resolved impact_ended | Ende der Störung
    closed | Ticket geschlossen
    public_update | Statusseite aktualisiert
    public_update | Kunden per E-Mail informiert
    public_update | Meldung auf der Website veröffentlicht
    internal_update | Geschäftsleitung informiert
    dependency_event | Provider meldet Störung
    dependency_event | AWS meldet Ausfall in Frankfurt
    observation | Ursache gefunden
    observation | Analyse läuft
    observation | Kein Alarm ausgelöst
    observation | Kunden waren nicht betroffen
    observation | Rollback wird erwogen
    observation | Neustart ist für morgen geplant
    observation | Es wird geprüft, ob ein Rollback möglich ist
    observation | Kein Alarm wurde ausgelöst
    observation | Die Festplatte ist nicht voll
    observation | Das Zertifikat ist noch nicht abgelaufen
    observation | Wir erwägen einen Neustart
    observation | Der Rollback wurde diskutiert
    observation | Die IP-Adressen wurden nicht gesperrt
    observation | Der Cache wird morgen geleert
    observation | Techniker ist noch nicht vor Ort
    observation | Die Geschäftsleitung wurde nicht informiert
    observation | Wenn der Cache geleert wird, steigt die Last
    observation | Nutzer sind laut Support nicht betroffen`,
  French: `
    deploy_finished deploy_started | Version 4.2 déployée en production
    deploy_started | Début du déploiement
    deploy_finished | Déploiement terminé
    deploy_finished deploy_started | Mise en production de la version 4.2
    config_changed | Modification de la configuration du pare-feu
    migration | Migration de la base lancée
    impact_started error_observed | Le site est indisponible
    impact_started error_observed | Les utilisateurs ne peuvent plus se connecter
    impact_started | Début de l'incident
    impact_started error_observed | Panne générale du réseau
    impact_started error_observed | Les paiements échouent
    impact_started error_observed | Le service ne répond plus
    error_observed | Erreurs 500 dans les journaux
    error_observed | Disque plein sur db2
    error_observed | Certificat expiré
    error_observed | Échec de la sauvegarde
    metric_shift | La charge CPU monte à 100 %
    metric_shift error_observed | Hausse du taux d'erreurs
    metric_shift | Les temps de réponse augmentent
    alert_fired | Alerte : taux d'erreur élevé
    alert_fired | Première alerte de supervision
    alert_fired | Déclenchement de l'alarme
    customer_report | Premier signalement client
    customer_report | Un client signale des erreurs de paiement
    customer_report | Plusieurs utilisateurs signalent des lenteurs
    customer_report | Le support reçoit les premiers tickets
    customer_report | Les appels au support se multiplient
    paged | L'astreinte est appelée
    paged | Appel de l'astreinte
    acknowledged | Alerte acquittée
    acknowledged | Prise en charge par l'astreinte
    escalated | Escalade vers l'équipe réseau
    escalated | Ouverture d'un ticket chez l'hébergeur
    escalated | Contact avec l'opérateur
    joined | L'équipe réseau rejoint l'appel
    joined | Arrivée du technicien sur site
    declared | Incident majeur déclaré
    declared escalated | Cellule de crise activée
    handoff | Passation à l'équipe de nuit
    hypothesis | Hypothèse : fuite mémoire
    hypothesis | Nous suspectons le DNS
    hypothesis_rejected | Le réseau est mis hors de cause
    decision | Décision de revenir à la version précédente
    decision | Il est décidé de basculer sur le site de secours
    mitigation_started rerouted | Bascule sur le serveur de secours
    mitigation_started | Blocage des adresses IP
    mitigation_started | Restauration de la sauvegarde en cours
    mitigation_started deploy_finished deploy_started | Correctif déployé
    mitigation_started | Remplacement du disque défectueux
    mitigation_started | Cache vidé
    rollback_started | Lancement du retour arrière
    rollback_finished | Retour arrière terminé
    restarted | Redémarrage du serveur
    restarted | Serveur redémarré
    scaled | Ajout de deux instances
    scaled | Augmentation de la capacité
    rerouted mitigation_started | Trafic redirigé vers le second datacenter
    mitigated metric_shift | Le taux d'erreurs redescend
    mitigated impact_changed | Service partiellement rétabli
    mitigation_failed | Le redémarrage ne résout pas le problème
    monitoring | Surveillance en cours
    monitoring | Nous surveillons la situation
    resolved impact_ended | Incident résolu
    resolved impact_ended | Retour à la normale
    resolved impact_ended mitigated | Service rétabli
    resolved impact_ended | Fin de l'incident
    resolved impact_ended mitigated | Le site est de nouveau accessible
    closed | Ticket clôturé
    public_update | Page de statut mise à jour
    public_update | Clients informés par e-mail
    public_update | Publication d'un message sur Twitter
    public_update | Communication aux clients
    internal_update | Direction informée
    internal_update | Information des équipes internes
    dependency_event | L'opérateur confirme une coupure de fibre
    dependency_event | OVH signale une panne
    observation | Cause identifiée
    observation | Analyse en cours
    observation | Aucune alerte déclenchée
    observation | Les clients n'ont pas été impactés
    observation | Redémarrage prévu demain
    observation | Un retour arrière est envisagé
    observation | Aucun client n'est affecté
    observation | Le certificat n'a pas expiré
    observation | Nous envisageons un redémarrage
    observation | Le disque n'est pas plein
    observation | Les adresses IP n'ont pas été bloquées
    observation | Le cache sera vidé demain
    observation | Le technicien n'est pas encore sur site
    observation | La direction n'a pas été informée
    observation | Si le cache est vidé, la charge augmente`,
  Spanish: `
    deploy_finished deploy_started | Se despliega la versión 4.2 en producción
    deploy_started | Comienza el despliegue
    deploy_finished | Despliegue finalizado
    config_changed | Se modifica la configuración del balanceador
    config_changed | Cambio en la regla del firewall
    migration | Se inicia la migración de la base de datos
    impact_started error_observed | El sitio no está disponible
    impact_started error_observed | Los usuarios no pueden iniciar sesión
    impact_started | Inicio de la incidencia
    impact_started error_observed | Caída total del servicio
    impact_started error_observed | Fallan los pagos
    impact_started error_observed | El servicio deja de responder
    error_observed | Errores 500 en los registros
    error_observed | Disco lleno en db2
    error_observed | Certificado caducado
    error_observed | Falla la copia de seguridad
    metric_shift | La CPU sube al 100 %
    metric_shift error_observed | Aumenta la tasa de errores
    metric_shift | Aumentan los tiempos de respuesta
    alert_fired | Alerta: tasa de error elevada
    alert_fired | Salta la alarma de monitorización
    alert_fired | Se dispara la primera alerta
    customer_report | Primer reporte de un cliente
    customer_report | Un cliente reporta errores en el pago
    customer_report | Varios usuarios reportan lentitud
    customer_report | Soporte recibe los primeros tickets
    customer_report | Llegan quejas de usuarios
    paged | Se avisa a la guardia
    paged | Se llama al ingeniero de guardia
    acknowledged | Se reconoce la alerta
    acknowledged joined | El técnico de guardia atiende la alerta
    escalated | Se escala al equipo de redes
    escalated | Se contacta con el proveedor
    joined | El equipo de redes se une a la llamada
    joined | Llega el técnico al centro de datos
    declared | Se declara incidente mayor
    declared escalated | Se activa el comité de crisis
    handoff | Traspaso al turno de noche
    hypothesis | Hipótesis: fuga de memoria
    hypothesis | Se sospecha de un problema de DNS
    hypothesis_rejected | Se descarta la red como causa
    decision | Se decide revertir el cambio
    decision | Decisión: conmutar al respaldo
    mitigation_started rerouted | Conmutación al servidor de respaldo
    mitigation_started | Se bloquean las direcciones IP
    mitigation_started | Se inicia la restauración desde la copia de seguridad
    mitigation_started deploy_finished deploy_started | Se despliega la corrección
    mitigation_started | Se sustituye el disco averiado
    mitigation_started | Se limpia la caché
    rollback_started | Se inicia el rollback
    rollback_finished | Rollback completado
    rollback_started rollback_finished | Se revierte el cambio
    restarted | Se reinicia el servidor
    restarted | Reinicio de los servicios
    scaled | Se añaden dos instancias
    scaled | Se amplía la capacidad
    rerouted mitigation_started | Se redirige el tráfico al centro secundario
    mitigated metric_shift | La tasa de errores disminuye
    mitigated impact_changed | Servicio parcialmente restablecido
    mitigation_failed | El reinicio no soluciona el problema
    monitoring | Se mantiene la monitorización
    monitoring | Seguimos monitorizando
    resolved impact_ended | Incidencia resuelta
    resolved impact_ended mitigated | Servicio restablecido
    resolved impact_ended | Vuelta a la normalidad
    resolved impact_ended | Fin de la incidencia
    resolved impact_ended mitigated | El sitio vuelve a estar disponible
    closed | Se cierra el ticket
    public_update | Se actualiza la página de estado
    public_update | Se informa a los clientes por correo
    public_update | Se publica un comunicado
    internal_update | Se informa a la dirección
    dependency_event | El proveedor confirma una avería
    dependency_event | AWS informa de una caída
    observation | Causa identificada
    observation | Análisis en curso
    observation | No se disparó ninguna alerta
    observation | Los clientes no se vieron afectados
    observation | Se planea reiniciar mañana
    observation | Se valora un rollback
    observation | El certificado no ha caducado
    observation | El disco no está lleno
    observation | Se estudia reiniciar el servidor
    observation | No se bloquearon las direcciones IP
    observation | La caché se limpiará mañana
    observation | El técnico aún no ha llegado al sitio
    observation | No se informó a la dirección
    observation | Ningún cliente afectado`,
};

it.each(Object.keys(USUAL))("reads the usual lines of a timeline in %s", (language) =>
  expect(misread(USUAL[language] ?? "")).toEqual([]),
);
