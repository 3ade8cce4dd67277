import type { Concept } from "./concept.ts";

/**
 * Words of write-ups in other languages of Europe, by what they mean. `stem*` is the start of a word, and `_` separates
 * the words of a phrase.
 */
export const EUROPEAN_WORDS: Readonly<Record<Concept, string>> = {
  acknowledge: `prise_en_charge pris_en_charge acquitté* acquittement quittiert preso_in_carico presa_in_carico
    alerta_reconocida alerta_atendida alerta_reconhecido przyjęto_zgłoszenie potwierdzono_alert взят*_в_работу
    принят*_в_работу подтвердил*_алерт larmet_kvitterat alarmen_kvittert alarmet_kvitteret`,
  alert: `alarm alarme alarmen alarmes alarma alarmas alarmu allarm* alert alerta alertas alerte alertes alertę
    warnmeldung* алерт* алярм* тревог* оповещен* сигнализац* alarmet alarmer varsel varsler varsling larm larmet
    advarsel`,
  customer: `kunde kunden kundin* anwender nutzer benutzer* client* clients utilisateur* usager* cliente
    clientes usuario* usuário* clienti utenti klant* gebruiker* inwoners klien* użytkown* клиент* пользовател*
    абонент* kunder kundar bruker brukere brugere bruger användare kunderna brukerne kollegen mitarbeiter* collègues
    employés empleados compañeros colleghi dipendenti collega* medewerkers zákazní* eerste_meldingen erste_meldungen
    premiers_signalements primeros_avisos prime_segnalazioni pierwsze_zgłoszenia první_hlášení müşteri* kullanıcı*
    pelanggan`,
  report: `melden meldet meldete* gemeldet berichten beklagen signalent signale signalé* rapportent remontent
    reportan reporta reportó reportaron informan_de informan_que relatam relatou relataram reclamam reclamações
    segnalano segnala segnalazion* melding* gemeld zgłasza* zgłosi* zgłoszeni* жалу* сообщ* пожалова* обращени*
    melder meldte meldt rapporterer rapporterte rapporterar rapporterade anmälde anmäler klager meldeten
    eerste_meldingen erste_meldungen premiers_signalements primeros_avisos prime_segnalazioni pierwsze_zgłoszenia
    první_hlášení hlás* nahlás* bildir* melaporkan`,
  inform: `informiert benachrichtigt informés prévenus avertis notifiés informados notificados avisados
    informati avvisati geïnformeerd ingelicht poinformowan* powiadomi* уведомл* проинформ* varslet informert
    underrettet informerade informerats beskjed besked avisamos informamos avisó informujeme`,
  oncall: `bereitschaft rufbereitschaft bereitschaftsdienst notdienst astreinte guardia plantão reperibil*
    wachtdienst piket dyżurn* дежурн* vakt vakten vakthavende vagten beredskap dienstdoende dienstdoender
    pohotovost* nöbetçi`,
  call: `alarmiert angerufen verständigt informiert benachrichtigt geweckt appelée appelé prévenue prévenu
    alertée alerté avisada avisado llamada acionado acionada chiamat* gebeld opgeroepen powiadomion* wezwan* звонок
    разбудил* вызва* разбужен* позвонил* oppringt tilkalt tilkaldt uppringd inkallad powiadomieni* przywoł* zavolán*
    aranıyor avvisato avvisata`,
  incident: `incident vorfall vorfalls störfall incidente inziden* incydent* инцидент* авари* hendelse hendelsen
    hændelse händelse incidenten výpadek výpadku insiden`,
  outage: `ausfall *ausfall störung *störung panne coupure indisponibilité interruption_de_service caída caida
    interrupción interrupção queda indisponibilidade guasto disservizio interruzione storing uitval awari* przerwa
    сбой авари* nedetid driftsavbrudd driftsstans driftsforstyrrelse driftstopp driftstörning avbrott avbrottet
    utfall výpad* kesinti* gangguan przestój*`,
  declare: `eröffnet ausgerufen eingestuft déclaré déclare déclaration ouverture declara declarado
    declaró abierto aberto dichiarat* aperto uitgeroepen apertura ogłoszon* otwart* объявл* открыт* заведён заведен
    opprettet oprettet skapad erklært erklæret utlyst vyhlášen*`,
  close: `geschlossen abgeschlossen clos clôture clôturé clôturée clôturés clôturées fermé fermés cerrado cerrados cierra cierre encerrado fechado encerrada chiuso
    gesloten afgesloten zamknięt* закрыт* lukket lukkes stängd stängt avsluttet afsluttet`,
  begin: `beginnt begann beginn eingeleitet gestartet startet ausgelöst begonnen angestoßen début commence
    commencent débute lancement lancé lancée comienza comienzan empieza empiezan inicia iniciado inicio começa
    começam início iniciada inizio inizia iniziano avviato avvio begint begonnen gestart start rozpoczę* początek
    zaczę* начал* начат* начина* запущен* starter begynner begynte begynder begyndte börjar började påbegynt
    påbörjad začal* začín* başladı dimulai iniziò comenzó empezó començou`,
  done: `en_ligne en_prod en_production en_producción em_produção in_produzione in_produktion abgeschlossen beendet fertig erfolgt terminé terminée achevé completado completada terminado terminada
    finalizado concluído concluída finalizada completato completata terminato voltooid afgerond klaar zakończon*
    zakończen* завершён* завершен* законч* выполнен* ferdig færdig fullført gennemført slutfört avsluttet afsluttet
    deployet produksjonssatt prodsatt rullet_ut rullet_ud driftsatt driftsatte tilbakerullet rullet_tilbake
    rullet_tilbage dokončen* tamamlandı selesai`,
  end: `ende endet fin finalización fim fine einde koniec конец slutt slut slutet`,
  rollback: `rollback rollbacks revert reverts zurückgerollt rückfall rücknahme zurückgenommen zurückgesetzt retour_arrière
    revenir_à_la_version version_précédente_restaurée réversion reversión revertir revierte revertido
    volver_a_la_versión reversão reverter revertemos revertida ripristino_della_versione teruggedraaid terugdraaien
    terugrollen wycofa* откат* откач* откач tilbakerulling tilbakerullet tilbageruller rullet_tilbake rulles_tilbake
    rullet_tilbage rulles_tilbage rullas_tillbaka rullades_tillbaka återställde_versionen rückbau zurückgebaut
    annulé_le_changement annulé_la_mise_à_jour annulé_le_déploiement revenu_en_arrière revenus_en_arrière
    annullato_il_rilascio revertimos revirtió revirtieron vrácen* geri_alın* dikembalikan_ke_versi`,
  restart: `neustart neugestartet neu_gestartet redémarrage redémarré redémarrée redémarrons reinicia reinicio
    reiniciado reiniciamos reiniciaron reinício reiniciada riavvio riavviat* herstart herstarten restart restartu
    zrestartowa* перезапус* перезагруз* ребут рестарт* omstart omstartet omstartad genstart genstartet restartet
    startet_på_nytt startade_om startas_om startet_neu startete_neu starten_neu starteten_neu reinici* riavviò
    zrestart* restartov* yeniden_başlat* dimulai_ulang startades_om startades`,
  useless: `persistance persistencia persistência persistenza aanhouden* keine_besserung ohne_erfolg erfolglos keine_wirkung keine_änderung half_nicht hilft_nicht brachte_nichts
    sans_succès sans_effet rien_changé pas_fonctionné sin_éxito sin_efecto no_funciona no_funcionó no_ayuda
    sem_sucesso sem_efeito não_resolveu não_funcionou senza_successo avuto_effetto nessun_effetto senza_esito
    geen_effect zonder_succes helpt_niet hielp_niet bez_skutku nie_pomog* nie_pomóg* не_помог* безуспешн* не_дал*
    безрезультатн* uten_effekt uten_hell hjalp_ikke uden_effekt hjalp_inte utan_effekt ingen_effekt ingen_bedring`,
  decide: `entscheiden entscheidung entschieden entscheidet beschlossen beschließen décision décide décidons décidé décidée décidés
        decide decidimos decidió decisión decisão decidido decisione deciso decidiamo besloten besluit besluiten decyzja
    zdecydowa* postanowi* принято_решение решили решено bestemmer besluttet beslutter beslutning besluttes beslutade
    beslutar beslut bestemte`,
  statuspage: `statusseite statuspage störungsseite page_de_statut page_de_status page_d_état página_de_estado
    página_de_status pagina_di_stato statuspagina strona_statusu stronie_statusu статус-страниц* страниц*_статус*
    über_die_webseite auf_der_webseite auf_der_website twitter mastodon statusside statussiden statussida statussidan
    driftsmeldinger driftinformation`,
  publish: `veröffentlicht aktualisiert informiert publication publions publié publie mise_à_jour publica publicado
    publicamos actualizada actualiza atualizada atualizado publicada pubblicat* aggiornat* geplaatst bijgewerkt
    gepubliceerd opublikowa* zaktualizowa* опубликова* обновил* обновлен* размещен* publisert publiserer publiceret
    publicerar publicerade oppdatert opdateret uppdaterad uppdaterade`,
  works: `funktioniert funktionieren läuft laufen geht fonctionne fonctionnent funciona funcionan funcionar
    funcionam funcionando funziona funzionano funzionare werkt werken działa działają работает работают заработал*
    virker fungerer fungerar funktionierte funktionierten lief liefen fonctionnait fonctionnaient funcionó
    funcionaba funcionaban funcionou funzionava werkte werkten działał* работало работал работали fungerade fungerte
    virkede funguje fungují çalışıyor`,
  again: `wieder nouveau vuelve vuelven volta voltam voltou nuovamente di_nuovo weer opnieuw ponownie znowu
    снова вновь igjen igen tornato tornata tornati tornate opět znovu à_nouveau kembali tekrar`,
  available: `verfügbar erreichbar online nutzbar accessible accessibles disponible disponibles operativo
    operativa disponível disponíveis raggiungibile disponibile bereikbaar beschikbaar dostępn* доступ* tilgjengelig
    tilgængelig tillgänglig in_betrieb betriebsbereit attivo attiva attivi dostupn* erişilebilir`,
  restored: `wiederhergestellt instandgesetzt rétabli* rétablissement restauré* restablecid* restaurad*
    recuperan recuperad* restabelecid* normalizad* ripristinat* hersteld przywrócon* восстановл* восстановил*
    прекрат* заработал* подня* gjenopprettet genoprettet genetableret återställd återställt återställda przywróce*
    obnoven* obnovil* dipulihkan pulih`,
  resolved: `behoben gelöst entstört résolu résolue résolus resuelto resuelta solucionado solucionada resolvido
    resolvida solucionada risolto risolta opgelost verholpen rozwiązan* usunięt* naprawion* решена решён устранен*
    устранён* løst løses rettet avhjulpet afhjulpet udbedret löst åtgärdat åtgärdad vyřešen* opraven* odstraněn*
    düzeltil* çözüldü diperbaiki teratasi`,
  normal: `normalbetrieb wieder_normal retour_à_la_normale vuelta_a_la_normalidad normalidad normalizado
    normalizada volta_ao_normal tornato_alla_normalità normalità weer_normaal wróciło_do_normy штатно штатном
    нормал* в_норме normal_drift normaldrift tilbake_til_normalen normalt_igen revenu_à_la_normale betrieb_normal
    poprawnie a_la_normalidad ao_normal alla_normalità normál* normale_döndü normal_kembali`,
  fully: `voll vollständig komplett alles totalement complètement entièrement todos todas por_completo
    totalmente completamente tutti tutte del_tutto volledig alle wszystk* pełn* całkowi* полностью все всё helt
    fullstendig fuldt fullt samtlige samtliga všechn* vše hepsi tüm semua`,
  partly: `teilweise eingeschränkt einige vereinzelt partiellement partielle partiel parcialmente parcial algunos
    parzialmente gedeeltelijk deels częściowo частично часть delvis noen nogle några`,
  not: `nicht kein keine noch_nicht n_est ne pas toujours_pas encore no sigue não ainda non niet geen nog_niet
    nie jeszcze не нет ещё еще ikke inte ej fortsatt_ikke endnu_ikke ännu_inte ještě_ne değil belum tidak`,
  gone: `nicht_mehr_erreichbar nicht_erreichbar nicht_verfügbar nicht_mehr_verfügbar nicht_mehr_möglich
    fällt_aus fiel_aus ausgefallen totalausfall inaccessible inaccessibles indisponible indisponibles injoignable
    injoignables hors_service ne_répond_plus ne_répondent_plus ne_fonctionne_plus fuera_de_servicio no_disponible
    no_está_disponible no_responde deja_de_responder dejan_de_responder deja_de_funcionar empiezan_a_fallar
    empieza_a_fallar caído caida_total fora_do_ar indisponível indisponíveis não_responde parou_de_responder
    parou_de_funcionar não_raggiungibile non_è_raggiungibile irraggiungibile non_disponibile non_risponde
    smette_di_funzionare niet_bereikbaar onbereikbaar niet_beschikbaar plat ligt_eruit przestał_działać
    przestała_działać przestały_działać niedostępn* недоступ* упал упала упали не_отвечает не_отвечают
    перестал*_работать перестал*_отвечать utilgjengelig utilgængelig otillgänglig nede ligger_nere gikk_ned gik_ned
    gick_ned svarer_ikke svarar_inte virker_ikke fungerer_ikke fungerar_inte nicht_möglich brak_odpowiedzi
    non_era_raggiungibile non_erano_raggiungibili nessuna_connessione no_respondía no_respondían dejó_de_responder
    dejó_de_funcionar ne_répondait_plus ne_répondaient_plus nefung* nedostupn* nedostupný neodpovíd* erişilemez
    erişilemiyor yanıt_verm* tidak_dapat_diakses mati reageerde_niet cayó cayeron caiu caíram sin_servicio`,
  planned: `geplant geplante vorgesehen prévu prévue prévus planifié planifiée demain previsto prevista planificado
    planificada programado programada mañana planejado planejada agendado agendada pianificat* programmat* gepland
    geplande zaplanowan* planowan* заплан* планиру* planlagt planlegger planlægger planerad planerat`,
  supplier: `hersteller lieferant anbieter dienstleister provider hoster fournisseur constructeur éditeur
    hébergeur opérateur proveedor fabricante fornecedor provedor operadora fornitore leverancier dostawc* провайдер*
    поставщик* вендор* хостер* leverandør leverandøren leverantör leverantören dodavatel* tedarikçi`,
  contact: `hinzugezogen eingeschaltet kontaktiert beauftragt ticket appelé appelée contacté contactée sollicité
    contacta contactado contactamos contato acionado acionada acionamos contattat* ingeschakeld gebeld gecontacteerd
    skontaktowa* zgłoszenie обратил* связал* тикет kontakter kontaktes kontaktet kontaktede kontaktar kontaktade
    informiert verständigt avvisato avisado avisada kontaktován*`,
  deploy: `deployment ausgerollt rollout einspielen eingespielt déploiement déployé déployée mise_en_production
    despliegue desplegado desplegada despliega implantação rilascio rilasciata rilasciato uitgerold uitrol wdrożeni*
    wdrożon* деплой* выкат* релиз* развёрт* deployet deployes produksjonssatt produksjonssetting produksjonssettes
    prodsatt rullet_ut rulles_ut rullet_ud driftsatt driftsatte driftsättning utrulling udrulning nasazen* nasazení
    desplegó desplegamos implantada dağıtıl*`,
  replace: `ausgetauscht ersetzt umgeschaltet umgestellt ersatzgerät abgeschaltet remplace remplacé remplacée
    remplacement bascule basculé basculement sustituye sustituido reemplaza reemplazado substituído substituída
    sostituit* vervangen overgeschakeld wymienion* przełączon* замен* переключ* byttet bytter byttede bytte
    udskiftet udskifter cambió cambiamos sustituyó reemplazó trocou remplaçons vyměněn* přepnut* değiştirildi
    diganti getauscht umgeleitet`,
  investigate: `untersucht untersuchung analyse untersuchen fehlersuche eingrenzung enquête investigation
    analysent investigar investiga investigando investigación análisis investigação analisar indagare indagine
    analisi onderzoek onderzoeken onderzoekt analiz* bada* sprawdza* разбор* расследова* анализ* изуча* диагност*
    undersøker undersøkte undersøkelse undersøger undersøgte undersöker undersökte feilsøk* feilssøk* fejlsøg*
    felsök* analyserer zkoum* analyz* inceleni*`,
  cause: `ursache cause causa causas oorzaak przyczyn* причин* årsak årsaken årsag orsak orsaken feilårsak*
    rotårsak* příčin* neden* penyebab`,
  found: `gefunden identifiziert erkannt ermittelt identifiée identifié trouvée trouvé identificada identificado
    encontrada encontrado individuata trovata gevonden vastgesteld znalezion* ustalon* найден* выявлен* установлен*
    обнаруж* identifisert identificeret identifierad fant fandt hittade funnet gjenkjent avdekket påvist nalezen*
    zjištěn* bulundu ditemukan individuato`,
  notice: `bemerkt bemerken festgestellt stellt_fest stellen_fest fällt_auf constate constatons constaté détecte
    détectons remarque remarquons observa notamos detecta detectan detectamos percebemos notiamo rileva rilevato
    constatato merkt merken stelt_vast zauważ* замет* замечен* обнаруж* oppdages oppdaget oppdager opdager opdages
    opdaget upptäcker upptäckte upptäcks merker märker detectó detectaron detectou rilevò zjistil* bemerkte
    bemerkten`,
  monitoring: `überwachung monitoring supervision monitorización monitoreo monitoramento monitoraggio bewaking
    monitorowanie мониторинг* overvåking overvåkning overvågning övervakning övervakningen`,
  watch: `beobachten beobachtet beobachtung surveillance surveillons monitorizando monitoreando monitorando
    monitoriamo monitoren obserwujemy наблюда* observerer følger_med holder_øje bevakar`,
  service: `dienst dienste service services server servers serveur serveurs datenbank base_de_données servicio
    servicios servidor serviço serviços banco_de_dados servizio servizi dienstverlening usług* serwis serwera bazy
    сервис* систем* база базу базы сервер* tjenesten tjeneste tjenester tjänsten tjänst serveren servern databasen`,
  fail: `fehler fehlermeldung fehlermeldungen fehlgeschlagen scheitert scheitern schlägt_fehl schlagen_fehl
    échec échecs échoue échouent erreur erreurs falla fallan fallando fallo fallos errores erros falha falham
    falhando falhas errori fallisce falliscono fouten foutmelding mislukt mislukken błąd błędy błędów ошибк* сбоит
    падает падают feil feilen feiler feilet feilmelding* fejl fejlen fejler fejlede fel felen misslyckas
    misslyckades mislykkes mislykkedes fiel fielen caduto caduta caduti viel vielen przestał* přestal* chyb* selhal*
    sem_espaço sin_espacio hata gagal`,
  scale: `hochskaliert aufgestockt ampliamos redimensionné ampliato opgeschaald zwiększono масштабир* увеличили
    skalert oppskalert opskaleret skalade`,
  migrate: `migriert migré migrée migrés migración migrado migrada migração migrazione migrato gemigreerd
    migracj* zmigrowan* миграц* мигрир* migrert migreret migrerad migrering migrován*`,
  escalate: `eskalation eskaliert eskalieren eskaliere escalade escaladé escaladée escaladons se_escala escala_a escala_al escala_para escalado escalada
    escalamos escaló escaladas escalonado escalonada escalonamento escalou escalato escalata escaliamo geëscaleerd
    escaleert escalatie eskalacj* eskalow* eskaluj* эскал* eskalert eskaleret eskalerad eskalerar eskalován*`,
  ticket: `ticket tickets tíquet chamado chamados bilet zgłoszenie zgłoszenia тикет* заявк* sak saken sag ärende
    ärendet`,
  backup: `backup backups sicherung datensicherung sauvegarde sauvegardes respaldo copia_de_seguridad cópia_de_segurança
    copia_di_sicurezza reservekopie back-up kopii kopię kopia_zapasowa бэкап* бекап* резервн* sikkerhetskopi
    sikkerhedskopi säkerhetskopia zálohy záloha zálohu yedek* cadangan`,
  crash: `crashloop* crashloopbackoff absturz abstürze stürzt_ab plante plantent plantage plantages vastgelopen
    crasht crashte kraschar krasjer крэш* крашится падает_в_цикле`,
  repair: `wiederherstellung restauration behebung korrigiert korrektur repariert reparatur hotfix eingespielter_fix correctif corrigé corrige
    corrigeons correction réparation corregido corregimos corrección corrección_aplicada parche correção corrigido
    corrigimos correzione correttivo corretto reparatie gerepareerd poprawka poprawkę naprawa исправление исправления
    исправляем фикс* korrigert rettelse rettelsen fixat oprava opravu`,
};

/** Words above that English has too. */
export const ALSO_ENGLISH = new Set(
  `start monitoring servers alarms alarm analyse inaccessible alert client clients report incident rollback rollbacks restart provider service services server online ticket
   twitter mastodon publication decide escalated backup backups ticket tickets correction hotfix crashloop revert reverts fin fine no plat hoster operator declare publish rollout deployment investigation
   surveillance normal accessible accessibles disponible cause causas enquête statuspage alle sin ne pas
   total starter slut fel ej viel caduto mati pulih normal insiden hata neden* selesai`.split(/\s+/),
);

/** English words that keep the accents of the language they come from. */
export const ACCENTED_ENGLISH = new Set(
  `résumé résumés naïve naïvely naïveté café cafés façade façades cliché clichés fiancé fiancée
   soufflé jalapeño piñata doppelgänger smörgåsbord`.split(/\s+/),
);

/** Short words that English doesn't have. They mean nothing here. */
export const SMALL_WORDS = new Set(
  `der das dem den ein eine und wird werden wurde wurden sind auf im vom zum bei nach
   de le la les du des une sont et par sur aux el los las se por una y os uma um foi dos das na em ao
   lo gli di della dei è sono stato stata il het een van op voor zijn jest są
   и в на с по для от ve bir v se je byl byla na yang dan`.split(/\s+/),
);
