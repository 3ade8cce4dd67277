import type { Concept } from "./concept.ts";

/**
 * Words of write-ups in other languages of Europe, by what they mean. `stem*` is the start of a word, and `_` separates
 * the words of a phrase.
 */
export const EUROPEAN_WORDS: Readonly<Partial<Record<Concept, string>>> = {
  acknowledge: `prise_en_charge pris_en_charge acquitté* acquittement quittiert preso_in_carico presa_in_carico
    alerta_reconocida alerta_atendida alerta_reconhecido przyjęto_zgłoszenie potwierdzono_alert взят*_в_работу
    принят*_в_работу подтвердил*_алерт larmet_kvitterat alarmen_kvittert alarmet_kvitteret prend_en_charge prend_en_compte atiende_la_alerta atendeu_o_alerta`,
  alert: `alarm alarme alarmen alarmes alarma alarmas alarmu allarm* alert alerta alertas alerte alertes alertę
    warnmeldung* алерт* алярм* тревог* оповещен* сигнализац* alarmet alarmer varsel varsler varsling larm larmet
    advarsel *alarm *warnung cảnh_báo`,
  customer: `kunde kunden kundin* anwender nutzer benutzer* client* clients utilisateur* usager* cliente
    clientes usuario* usuário* clienti utenti klant* gebruiker* inwoners klien* użytkown* клиент* пользовател*
    абонент* kunder kundar bruker brukere brugere bruger användare kunderna brukerne kollegen mitarbeiter* collègues
    employés empleados compañeros colleghi dipendenti collega* medewerkers zákazní* eerste_meldingen erste_meldungen
    premiers_signalements primeros_avisos prime_segnalazioni pierwsze_zgłoszenia první_hlášení müşteri* kullanıcı*
    pelanggan händler commerçant* comerciantes lojistas покупател* mieter schüler* studierende* étudiants alumnos alunos студент* filialen filiale standorte agences magasins sucursales tiendas lojas филиал* магазин* sedi filiali vestigingen khách_hàng người_dùng`,
  report: `melden meldet meldete* gemeldet berichten beklagen signalent signale signalé* rapportent remontent
    reportan reporta reportó reportaron informan_de informan_que relatam relatou relataram reclamam reclamações
    segnalano segnala segnalazion* melding* gemeld zgłasza* zgłosi* zgłoszeni* жалу* сообщ* пожалова* обращени*
    melder meldte meldt rapporterer rapporterte rapporterar rapporterade anmälde anmäler klager meldeten
    eerste_meldingen erste_meldungen premiers_signalements primeros_avisos prime_segnalazioni pierwsze_zgłoszenia
    první_hlášení hlás* nahlás* bildir* melaporkan avisan avisa avisaron avisó alertan comunican informaram alertaram sinalizam signalée* beschweren relata schreiben schreibt écrit écrivent appellent escribe escriben llaman escreve escrevem ligam пишут написал* звонят indiquent báo_cáo phản_ánh báo_lỗi`,
  inform: `informiert benachrichtigt informés prévenus avertis notifiés informados notificados avisados
    informati avvisati geïnformeerd ingelicht poinformowan* powiadomi* уведомл* проинформ* varslet informert
    underrettet informerade informerats beskjed besked avisamos informamos avisó informujeme`,
  oncall: `bereitschaft rufbereitschaft bereitschaftsdienst notdienst astreinte guardia plantão reperibil*
    wachtdienst piket dyżurn* дежурн* vakt vakten vakthavende vagten beredskap dienstdoende dienstdoender
    pohotovost* nöbetçi guardias`,
  call: `alarmiert angerufen verständigt informiert benachrichtigt geweckt appelée appelé prévenue prévenu
    alertée alerté avisada avisado llamada acionado acionada chiamat* gebeld opgeroepen powiadomion* wezwan* звонок
    разбудил* вызва* разбужен* позвонил* oppringt tilkalt tilkaldt uppringd inkallad powiadomieni* przywoł* zavolán*
    aranıyor avvisato avvisata réveillé réveillée despertado despertada llamado localizado llaman convocatoria convocan convocados`,
  incident: `incident vorfall vorfalls störfall incidente inziden* incydent* инцидент* авари* hendelse hendelsen
    hændelse händelse incidenten výpadek výpadku insiden inc-* sự_cố sev1 sev2 sev3 sev-1 sev-2 sev-3`,
  outage: `ausfall *ausfall störung *störung panne coupure indisponibilité interruption_de_service caída caida
    interrupción interrupção queda indisponibilidade guasto disservizio interruzione storing uitval awari* przerwa
    сбой авари* nedetid driftsavbrudd driftsstans driftsforstyrrelse driftstopp driftstörning avbrott avbrottet
    utfall výpad* kesinti* gangguan przestój* gián_đoạn`,
  declare: `eröffnet ausgerufen eingestuft déclaré déclare déclaration ouverture declara declarado
    declaró abierto aberto dichiarat* aperto uitgeroepen apertura ogłoszon* otwart* объявл* открыт* заведён заведен
    opprettet oprettet skapad erklært erklæret utlyst vyhlášen* abrimos eröffnen ouvrons einberufen convoqué* convoca se_abre activad* ativad* mise_en_place создан* собран* abre créé créée creado criado criada se_activa activa_el activa_la ativa-se wird_aktiviert активирован* tuyên_bố`,
  close: `geschlossen abgeschlossen clos clôture clôturé clôturée clôturés clôturées fermé fermés cerrado cerrados cierra cierre encerrado fechado encerrada chiuso
    gesloten afgesloten zamknięt* закрыт* lukket lukkes stängd stängt avsluttet afsluttet`,
  begin: `beginnt begann beginn eingeleitet gestartet startet ausgelöst begonnen angestoßen début commence
    commencent débute lancement lancé lancée comienza comienzan empieza empiezan inicia iniciado inicio começa
    começam início iniciada inizio inizia iniziano avviato avvio begint begonnen gestart start rozpoczę* początek
    zaczę* начал* начат* начина* запущен* starter begynner begynte begynder begyndte börjar började påbegynt
    påbörjad začal* začín* başladı dimulai iniziò comenzó empezó començou bắt_đầu begon начали начал началась началось начались empezaron empezado comenzaron comenzado commencé débuté começou começaram iniciou iniciato iniziata zaczął zaczęła zaczęły zaczęli rozpoczęł* sufrió sufrieron sofreu sofreram registró registraron registrou registaram registraram gab_es_probleme kam_es_zu были_сбои a_connu ont_connu ha_subito hanno_subito gab_es_störungen gab_es_ausfälle`,
  done: `en_ligne en_prod en_production en_producción em_produção in_produzione in_produktion abgeschlossen beendet fertig erfolgt terminé terminée achevé completado completada terminado terminada
    finalizado concluído concluída finalizada completato completata terminato voltooid afgerond klaar zakończon*
    zakończen* завершён* завершен* законч* выполнен* ferdig færdig fullført gennemført slutfört avsluttet afsluttet
    deployet produksjonssatt prodsatt rullet_ut rullet_ud driftsatt driftsatte tilbakerullet rullet_tilbake
    rullet_tilbage dokončen* tamamlandı selesai hoàn_tất hoàn_thành`,
  end: `ende endet fin finalización fim fine einde koniec конец slutt slut slutet`,
  rollback: `rollback rollbacks revert reverts zurückgerollt rückfall rücknahme zurückgenommen zurückgesetzt retour_arrière
    revenir_à_la_version version_précédente_restaurée réversion reversión revertir revierte revertido
    volver_a_la_versión reversão reverter revertemos revertida ripristino_della_versione teruggedraaid terugdraaien
    terugrollen wycofa* откат* откач* откач tilbakerulling tilbakerullet tilbageruller rullet_tilbake rulles_tilbake
    rullet_tilbage rulles_tilbage rullas_tillbaka rullades_tillbaka återställde_versionen rückbau zurückgebaut
    annulé_le_changement annulé_la_mise_à_jour annulé_le_déploiement revenu_en_arrière revenus_en_arrière
    annullato_il_rilascio revertimos revirtió revirtieron vrácen* geri_alın* dikembalikan_ke_versi retour_à_la_version retour_vers_la_version retour_à_l_ancienne_version revenons_à_la_version vorherige_version_wiederhergestellt zurück_auf_version zurück_auf_die_vorherige vuelta_a_la_versión volta_para_a_versão voltamos_para_a_versão voltamos_à_versão вернул*_предыдущую вернули_старую вернулись_на_предыдущую ritorno_alla_versione terug_naar_de_vorige terug_naar_versie`,
  restart: `neustart neugestartet neu_gestartet redémarrage redémarré redémarrée redémarrons reinicia reinicio
    reiniciado reiniciamos reiniciaron reinício reiniciada riavvio riavviat* herstart herstarten restart restartu
    zrestartowa* перезапус* перезагруз* ребут рестарт* omstart omstartet omstartad genstart genstartet restartet
    startet_på_nytt startade_om startas_om startet_neu startete_neu starten_neu starteten_neu reinici* riavviò
    zrestart* restartov* yeniden_başlat* dimulai_ulang startades_om startades khởi_động_lại`,
  useless: `persistance persistencia persistência persistenza aanhouden* keine_besserung ohne_erfolg erfolglos keine_wirkung keine_änderung half_nicht hilft_nicht brachte_nichts
    sans_succès sans_effet rien_changé pas_fonctionné sin_éxito sin_efecto no_funciona no_funcionó no_ayuda
    sem_sucesso sem_efeito não_resolveu não_funcionou senza_successo avuto_effetto nessun_effetto senza_esito
    geen_effect zonder_succes helpt_niet hielp_niet bez_skutku nie_pomog* nie_pomóg* не_помог* безуспешн* не_дал*
    безрезультатн* uten_effekt uten_hell hjalp_ikke uden_effekt hjalp_inte utan_effekt ingen_effekt ingen_bedring bringt_keine brachte_keine bringt_nichts ändert_nichts änderte_nichts half_nichts hilft_nichts erfolglos ohne_ergebnis no_surte_efecto no_surtió_efecto no_tuvo_efecto no_tiene_efecto no_soluciona no_solucionó no_resuelve no_resolvió no_mejora no_mejoró sin_mejora sin_resultado não_surtiu não_teve_efeito não_melhorou não_adiantou não_ajudou sem_melhora n_a_pas_suffi n_a_pas_aidé n_a_rien n_aide_pas sans_amélioration sans_résultat non_ha_risolto non_risolve senza_effetto senza_risultato niet_geholpen geen_verbetering не_сработал* не_решил* не_изменил* без_результата без_эффекта nie_przyniosł* bez_efektu todo_sigue_igual sigue_igual siguen_igual continua_igual reste_inchangé unverändert ongewijzigd`,
  decide: `entscheiden entscheidung entschieden entscheidet beschlossen beschließen décision décide décidons décidé décidée décidés
        decide decidimos decidió decisión decisão decidido decisione deciso decidiamo besloten besluit besluiten decyzja
    zdecydowa* postanowi* принято_решение решили решено bestemmer besluttet beslutter beslutning besluttes beslutade
    beslutar beslut bestemte`,
  statuspage: `statusseite statuspage störungsseite page_de_statut page_de_status page_d_état página_de_estado
    página_de_status pagina_di_stato statuspagina strona_statusu stronie_statusu статус-страниц* страниц*_статус*
    über_die_webseite auf_der_webseite auf_der_website twitter mastodon statusside statussiden statussida statussidan
    driftsmeldinger driftinformation сайте_компании канале página_oficial trang_trạng_thái`,
  publish: `veröffentlicht aktualisiert informiert publication publions publié publie mise_à_jour publica publicado
    publicamos actualizada actualiza atualizada atualizado publicada pubblicat* aggiornat* geplaatst bijgewerkt
    gepubliceerd opublikowa* zaktualizowa* опубликова* обновил* обновлен* размещен* publisert publiserer publiceret
    publicerar publicerade oppdatert opdateret uppdaterad uppdaterade affiché affichée affichons diffusé gepostet eingestellt posté aviso_en avisos comunicado сообщили cập_nhật thông_báo`,
  works: `funktioniert funktionieren läuft laufen geht fonctionne fonctionnent funciona funcionan funcionar
    funcionam funcionando funziona funzionano funzionare werkt werken działa działają работает работают заработал*
    virker fungerer fungerar funktionierte funktionierten lief liefen fonctionnait fonctionnaient funcionó
    funcionaba funcionaban funcionou funzionava werkte werkten działał* работало работал работали fungerade fungerte
    virkede funguje fungují çalışıyor`,
  again: `wieder nouveau vuelve vuelven volta voltam voltou nuovamente di_nuovo weer opnieuw ponownie znowu
    снова вновь igjen igen tornato tornata tornati tornate opět znovu à_nouveau kembali tekrar ya_pueden ya_puede ya_es_posible já_conseguem já_consegue já_podem já_é_possível começou_a_retornar começaram_a_retornar`,
  available: `verfügbar erreichbar online nutzbar accessible accessibles disponible disponibles operativo
    operativa disponível disponíveis raggiungibile disponibile bereikbaar beschikbaar dostępn* доступ* tilgjengelig
    tilgængelig tillgänglig in_betrieb betriebsbereit attivo attiva attivi dostupn* erişilebilir joignable`,
  restored: `wiederhergestellt instandgesetzt rétabli* rétablissement restauré* restablecid* restaurad*
    recuperan recuperad* restabelecid* normalizad* ripristinat* hersteld przywrócon* восстановл* восстановил*
    прекрат* заработал* подня* gjenopprettet genoprettet genetableret återställd återställt återställda przywróce*
    obnoven* obnovil* dipulihkan pulih se_recupera recuperado restablecimiento restabelecimento ripristino phục_hồi khôi_phục restableció restablecieron restabeleceu restabeleceram stabilisé stabilisée stabilisés stabilisées stabilizat* estabilizó estabilizou stabilisiert`,
  resolved: `behoben gelöst entstört résolu résolue résolus resuelto resuelta solucionado solucionada resolvido
    resolvida solucionada risolto risolta opgelost verholpen rozwiązan* usunięt* naprawion* решена решён устранен*
    устранён* løst løses rettet avhjulpet afhjulpet udbedret löst åtgärdat åtgärdad vyřešen* opraven* odstraněn*
    düzeltil* çözüldü diperbaiki teratasi khắc_phục đã_xử_lý`,
  normal: `normalbetrieb wieder_normal retour_à_la_normale vuelta_a_la_normalidad normalidad normalizado
    normalizada volta_ao_normal tornato_alla_normalità normalità weer_normaal wróciło_do_normy штатно штатном
    нормал* в_норме normal_drift normaldrift tilbake_til_normalen normalt_igen revenu_à_la_normale betrieb_normal
    poprawnie a_la_normalidad ao_normal alla_normalità normál* normale_döndü normal_kembali normalniveau normwert* valores_normales niveles_normales nivel_normal à_la_normale al_normal níveis_normais к_норме в_норму poziomu_normalnego normale_waarden livelli_normali bình_thường`,
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
    erişilemiyor yanıt_verm* tidak_dapat_diakses mati reageerde_niet cayó cayeron caiu caíram sin_servicio non-réactif non_réactif ne_réagit_plus lahmgelegt liegt_lahm không_truy_cập không_thể_truy_cập ngừng_hoạt_động privé_d privés_d privée_d privées_d retrouvé_sans retrouvés_sans retrouvée_sans retrouvées_sans se_retrouvent_sans quedó_sin quedaron_sin queda_sin quedan_sin ficou_sem ficaram_sem ficam_sem остал*_без geht_nichts_mehr ging_nichts_mehr nichts_ging_mehr rimast*_senza zitten_zonder zaten_zonder zusammengebrochen`,
  planned: `geplant geplante vorgesehen prévu prévue prévus planifié planifiée demain previsto prevista planificado
    planificada programado programada mañana planejado planejada agendado agendada pianificat* programmat* gepland
    geplande zaplanowan* planowan* заплан* планиру* planlagt planlegger planlægger planerad planerat amanhã завтра domani imorgen`,
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
    desplegó desplegamos implantada dağıtıl* deploy_da deploy_do deploy_de deploy_en deploy_em deploy_der deploy_del deploy_du deploy_della subida_a_producción pase_a_producción puesta_en_producción triển_khai`,
  replace: `ausgetauscht ersetzt umgeschaltet umgestellt ersatzgerät abgeschaltet remplace remplacé remplacée
    remplacement bascule basculé basculement sustituye sustituido reemplaza reemplazado substituído substituída
    sostituit* vervangen overgeschakeld wymienion* przełączon* замен* переключ* byttet bytter byttede bytte
    udskiftet udskifter cambió cambiamos sustituyó reemplazó trocou remplaçons vyměněn* přepnut* değiştirildi
    diganti getauscht umgeleitet umgeleitet geleitet verlagert redirig* dévié* déviation basculons desviamos desvía desvían desviad* redirigimos redirigid* redireccion* redirecionad* redirecionamos перенаправ* перевел* перевели omgeleid dirottat* reindirizzat* przekierowa* conmuta conmutamos conmutado wechseln gewechselt chuyển_sang`,
  investigate: `untersucht untersuchung analyse untersuchen fehlersuche eingrenzung enquête investigation
    analysent investigar investiga investigando investigación análisis investigação analisar indagare indagine
    analisi onderzoek onderzoeken onderzoekt analiz* bada* sprawdza* разбор* расследова* анализ* изуча* диагност*
    undersøker undersøkte undersøkelse undersøger undersøgte undersöker undersökte feilsøk* feilssøk* fejlsøg*
    felsök* analyserer zkoum* analyz* inceleni* điều_tra đang_xem kiểm_tra`,
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
    bemerkten acusa acusou показал* показыва* zeigt indique muestra mostra`,
  monitoring: `überwachung monitoring supervision monitorización monitoreo monitoramento monitoraggio bewaking
    monitorowanie мониторинг* overvåking overvåkning overvågning övervakning övervakningen nagios zabbix datadog grafana prometheus pingdom uptimerobot icinga checkmk prtg`,
  watch: `beobachten beobachtet beobachtung surveillance surveillons monitorizando monitoreando monitorando
    monitoriamo monitoren obserwujemy наблюда* observerer følger_med holder_øje bevakar theo_dõi`,
  service: `dienst dienste service services server servers serveur serveurs datenbank base_de_données servicio
    servicios servidor serviço serviços banco_de_dados servizio servizi dienstverlening usług* serwis serwera bazy
    сервис* систем* база базу базы сервер* tjenesten tjeneste tjenester tjänsten tjänst serveren servern databasen`,
  fail: `fehler fehlermeldung fehlermeldungen fehlgeschlagen scheitert scheitern schlägt_fehl schlagen_fehl
    échec échecs échoue échouent erreur erreurs falla fallan fallando fallo fallos errores erros falha falham
    falhando falhas errori fallisce falliscono fouten foutmelding mislukt mislukken błąd błędy błędów ошибк* сбоит
    падает падают feil feilen feiler feilet feilmelding* fejl fejlen fejler fejlede fel felen misslyckas
    misslyckades mislykkes mislykkedes fiel fielen caduto caduta caduti viel vielen przestał* přestal* chyb* selhal*
    sem_espaço sin_espacio hata gagal refuse refusent rechaza rechazan recusa recusam trava travou travam verweigert se_bloquea se_cuelga se_colgó не_принима* зависл* завис зависает таймауты таймаутов timeouts agotado agotada agotados saturé saturée saturés saturado saturada esgotado esgotada исчерпан* erschöpft überlastet défaillance avería error errors fatal mislukte mislukten lỗi падать отказывать apresentou_problema apresentou_problemas apresenta_problemas apresentam_problemas apresentaram_problemas presenta_problemas presentan_problemas presentó_problemas rencontre_des_problèmes rencontrent_des_problèmes возникли_проблемы возникла_проблема ha_problemi hanno_problemi treten_probleme_auf probleme_mit gab_es_probleme es_gab_probleme kam_es_zu_problemen сбои_со сбои_в были_сбои falhas_de falhas_no falhas_na problemas_de_acesso problemi_di gab_es_störungen gab_es_ausfälle`,
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
  take: `übernimmt übernommen angenommen prend pris_en_compte prise_en_compte atiende atendida atendido assume assumiu atendeu asume asumió принял* принято принята взял* prende_in_carico preso_in_carico neemt_op opgepakt przyjął przyjęła tar_över tager`,
  desk: `hotline support servicedesk helpdesk service-desk kundenservice kundendienst kundensupport callcenter assistance soporte suporte atendimento atención_al_cliente поддержк* техподдержк* assistenza kundtjänst kundeservice klantenservice redes_sociales соцсет* réseaux_sociaux twitter`,
  complaint: `beschwerde* beschweren plainte* se_plaignent se_plaint quejas queja se_quejan reclamación reclamaciones reclamação reclamações reclamam reclamar жалоб* жалу* klacht* klagen skarg* reklamac* lamentel* anrufe appels llamadas ligações звонк* chamados telefoonjes signalements tickets_von demandes_d`,
  join: `zugeschaltet dazugestoßen rejoint rejoignent se_une se_unen se_incorpora se_incorporan entra_na_call entram_na_call присоедин* si_unisce si_uniscono sluit_aan sluiten_aan`,
  help: `hinzugezogen hinzugeholt dazugeholt eingebunden eingeschaltet herangezogen verstärkung unterstützung renfort renforts sollicité* mobilisé* involucra involucran involucramos se_convoca refuerzo apoyo acionad* acionamos envolvid* envolvemos apoio подключил* привлек* привлеч* подключен* coinvolt* ingeschakeld erbij_gehaald zaangażowa* déclenché_l_intervention intervention_d`,
  team: `team teams ebene équipe equipo time_de equipe команд* инженер* zespół squadra ploeg experten experts expertos especialistas spezialisten специалист* *team`,
  crisis: `krisenstab krisenteam cellule_de_crise comité_de_crisis gabinete_de_crisis comitê_de_crise sala_de_guerra sala_de_crise war_room кризисн* штаб unità_di_crisi crisisteam sztab*`,
  stops: `deja_de dejan_de dejó_de dejaron_de parou_de param_de pararam_de deixou_de deixam_de deixa_de para_de перестал* перестаёт перестает cesse_de cessent_de hört_auf reagiert_nicht reagieren_nicht antwortet_nicht antworten_nicht lädt_nicht laden_nicht smette_di smettono_di smesso_di ne_charge_plus ne_chargent_plus ne_s_ouvre_plus no_carga no_abre no_arranca não_carrega não_abre не_открыва* не_загружа* не_отвеча* nie_odpowiada nie_ładuje laadt_niet`,
  traffic: `traffic verkehr datenverkehr trafic tráfico tráfego traffico verkeer ruch трафик* trafikk trafiken trafikken`,
  add: `zusätzliche* weitere* hinzugefügt aufgestockt ajout ajoutons ajouté* añadimos añade añaden añadid* añadió agregamos agregó agregad* aumentamos aumentó adicionamos adicionad* adicionou aumentou добавил* добавлен* увеличил* увеличен* aggiunt* toegevoegd dodano dodali* zwiększ* ampliamos augmenté augmentons augmentation erhöht`,
  capacity: `knoten server servers instanz instanzen kapazität* worker workers pods pod replicas serveurs serveur nœud nœuds instances capacité servidores servidor nodos nodo réplicas réplica instancias capacidad nós instâncias capacidade реплик* инстанс* узл* узел мощност* воркер* сервера серверов istanze nodi capacità węzł* instancj* noder instanser speicher mémoire memoria memória памят*`,
  gradually: `nach_und_nach schrittweise allmählich progressivement petit_à_petit peu_à_peu poco_a_poco gradualmente progresivamente paulatinamente aos_poucos постепенно stopniowo geleidelijk gradvis gradvist`,
  metric: `fehlerrate fehlerquote latenz latenzen antwortzeit antwortzeiten auslastung ladezeiten taux latence temps_de_réponse tasa latencia tiempos_de_respuesta tiempo_de_respuesta taxa latência tempo_de_resposta tempos_de_resposta задержк* нагрузк* время_ответа latenza tempi_di_risposta foutpercentage responstijden opóźnieni* svartider tỷ_lệ_lỗi độ_trễ`,
  rise: `steigt steigen stieg stiegen angestiegen anstieg erhöhte augmente augmentent monte montent explose hausse sube suben subió aumenta aumentan aumento sobe sobem subiu aumento_de растёт растет растут вырос* рост sale salgono salita stijgt stijgen rośnie wzrost øker stiger ökar tăng`,
  fall: `sinkt sinken sank sanken gesunken fällt_auf baisse baissent diminue diminuent baja bajan bajó disminuye cai caem caiu_para diminui снижа* снизил* падение scende scendono daalt dalen spada faller sjunker giảm`,
  normally: `normalmente normalement reibungslos störungsfrei ohne_einschränkung* ohne_probleme sans_problème sin_problemas sem_problemas без_ошибок без_проблем regolarmente zonder_problemen bez_problemów`,
  can: `können kann konnten peuvent peut pueden puede podem pode могут может possono può kunnen mogą może ya_pueden ya_puede ya_es_posible já_conseguem já_consegue já_podem já_é_possível`,
  setting: `konfiguration einstellung einstellungen timeout limit parameter grenzwert schwellwert configuration paramètre* limite réglage délai configuración parámetro* límite configuração parâmetro* конфиг* настройк* лимит* таймаут* параметр* порог configurazione parametr* instelling* limiet konfiguracj* ustawieni* konfigurasjon konfigurationen firewall-regel* règle regla regra правил*`,
  set: `geändert angepasst erhöht herabgesetzt hochgesetzt gesetzt modifié* modifions ajusté* ajustons augmenté* réduit* cambiamos cambió cambiado modificamos modificad* ajustamos ajustad* aumentamos subimos alterad* alteramos ajustou aumentamos изменил* изменен* изменён* поменял* увеличил* уменьшил* modificat* aumentat* ridott* aangepast gewijzigd verhoogd zmienion* zwiększ* endret ändrade ændret augmentation`,
  disable: `deaktiviert deaktivieren ausgeschaltet désactivé* désactivons désactivation désactiver desactivamos desactivad* deshabilitad* deshabilitamos desativad* desativamos desabilitad* desabilitamos отключил* отключен* отключён* выключил* выключен* disattivat* disabilitat* uitgeschakeld wyłączon* wyłączy* deaktivert deaktiveret uitgezet afgezet abgestellt coupé coupée arrêté arrêtée apagado apagamos desligado desligamos spento vô_hiệu_hóa đã_tắt gestoppt stillgelegt`,
  confirm: `bestätigt bestätigen bestätigte confirme confirment confirmé confirma confirman confirmó reconoce reconocen reconoció admite reconhece confirmou informa informan informó informou подтверд* признал* сообщил* conferma confermano bevestigt potwierdz* bekrefter bekräftar bekræfter meldet meldete signale annonce annoncé anuncia anunció mitgeteilt confermato`,
  suspect: `vermut* verdacht verdächtig* soupçon* suspect* suspicion sospech* suspeit* подозрева* подозрени* предпол* sospett* vermoed* podejrz* mistenk* misstänk* nghi_do nghi_ngờ`,
  wait: `warten wartet en_attente attendons esperando a_la_espera aguardando ждём ждем ожида* in_attesa wachten czekamy`,
  handover: `schichtübergabe schichtwechsel übergabe_an passation relevo_de_turno cambio_de_turno traspaso_de_turno passagem_de_turno troca_de_turno передал*_смен* сдал*_смен* cambio_turno`,
  afterwards: `afterstep`,
  unclear: `unklar unbekannt inconnue inconnu desconocid* desconhecid* неизвест* неясн* sconosciut* onbekend nieznan*`,
  site: `website webseite webshop portal site sites web página sitio aplicativo aplicación aplicação app application сайт* приложени* strona witryna sito applicazione applicatie`,
  cannot: `kannnicht ne_peuvent_plus ne_peuvent_pas ne_peut_plus ne_pouvaient_plus ne_parviennent_plus ne_parviennent_pas n_arrivent_plus n_arrivent_pas no_pueden no_puede no_podían no_logran não_conseguem não_consegue não_podem não_conseguiam não_conseguia не_могут не_может не_могли не_удаётся не_удается не_получается non_riescono non_possono non_riuscivano nie_mogą nie_mogli kan_ikke kunne_ikke kan_inte kunde_inte nemohou`,
  persists: `bleibt bleiben besteht bestehen weiterhin persiste persistent persistían continúa continúan sigue siguen seguía continua continuam persistem сохраня* остал* остаётся остается продолжа* permane permangono blijft bleef utrzymuje kvarstår vedvarer subsiste subsistent`,
  receive: `gehen_ein eingegangen erhalten erhält reçoit recevons reçu reçus recibe reciben recibimos recibido llegan llegaron recebe recebem recebemos recebidas chegam chegaram поступа* поступил* получ* ricevia* ricevut* ontvangen ontvangt otrzyma*`,
  apply: `application_du application_d appliquons appliqué appliquée eingespielt einspielen aplicamos aplicado aplica aplicada aplicação_d* применил* применен* применён* applicat* toegepast zastosowan*`,
  failed: `fehlgeschlagen gescheitert misslungen missglückt échoué échouée échoués échouées infructueu* fallido fallida fallidos fallidas fracasó fracasa fracassou fracassa falhou falharam malsucedid* неудачн* не_удалось не_удалась не_удался fallito fallita falliti mislukt nieudan* nie_powiodł* mislyktes misslyckades thất_bại başarısız`,
  ruledout: `descarta descartado descartada descartamos descartou écarté écartée ausgeschlossen uitgesloten wykluczono исключили исключена исключено scartata escluso esclusa`,
  causes: `provocado provocada provocó provoca provoqué provoquée provoque entraîné entraîne causou causado causada causó verursachte verursacht führte provocato causato causata causò привел* вызвал* veroorzaakte spowodował* doprowadził* medførte orsakade`,
  degraded: `langsam verlangsamt* trägheit performanceprobleme ralenti* lenteur* lentitud lento lenta lentidão lentezza rallentat* медленн* тормоз* замедл* wolno spowolni* traag trager langzaam långsam* treg* degradad* dégradé* dégradation degradación degradação деградац*`,
  automatic: `automatisch automatiquement automáticamente automaticamente automaticament автоматическ* automatycznie automatiskt automatisk`,
  spokesman: `sprecher sprecherin pressesprecher* porte-parole portavoz porta-voz portavoce woordvoerder rzecznik* пресс-секретар* em_nota en_un_comunicado em_comunicado dans_un_communiqué in_una_nota communiqué_de_presse pressemitteilung`,
};

/** Words above that English has too. */
export const ALSO_ENGLISH = new Set(
  `start monitoring servers alarms alarm analyse inaccessible alert client clients report incident rollback rollbacks restart provider service services server online ticket
   twitter mastodon publication decide escalated backup backups ticket tickets correction hotfix crashloop revert reverts fin fine no plat hoster operator declare publish rollout deployment investigation
   surveillance normal accessible accessibles disponible cause causas enquête statuspage alle sin ne pas
   total starter slut fel ej viel caduto mati pulih normal insiden hata neden* selesai
   team teams support hotline helpdesk servicedesk callcenter assistance traffic server worker workers pods pod replicas
   instances timeout limit parameter configuration site sites web app portal website webshop application
   experts assume suspect suspects suspected suspicion suspicious augmentation refuse timeouts error errors fatal sev1 sev2 sev3 sev-1 sev-2 sev-3 tentative alarm status
   stable workaround confinement contention incident devops sre ddos ransomware diagnose diagnostic parsing blackout kernel panic oom oom-kill oom-killer teamlead
   cpu cache caches ip ips total general purge personal staff vol escalation deploy deploys migration interna intern last panne
   aws azure gcp cloudflare ovh ovhcloud hetzner github stripe akamai fastly twilio okta digitalocean telekom vodafone kpn level3 cogent lumen selectel
   persistent redirect redirects nagios zabbix datadog grafana prometheus pingdom uptimerobot icinga checkmk prtg`.split(
    /\s+/,
  ),
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
