import { expect, it } from "vitest";
import { misread } from "./testing/misread.ts";

/** Subjects of a line, in ten ways each, with every kind that is right for it. */
const TOLD: Readonly<Record<string, string>> = {
  "after a failed attempt, what was done instead": `
    rerouted mitigated impact_ended resolved mitigation_started | Attempts to repair the array failed, so we moved over to the standby, bringing back all services
    rerouted mitigated impact_ended resolved mitigation_started | Two attempts to restart the gateway failed, so traffic was rerouted to Lyon
    rerouted mitigated impact_ended resolved mitigation_started | We tried to recover the broker without success and therefore failed over to the replica
    restarted mitigated impact_ended resolved mitigation_started | The attempt to restore the volume failed and so we rebuilt it from a snapshot, restoring full service
    rerouted mitigated impact_ended resolved mitigation_started | As attempts to fix the link failed, we switched to the backup carrier and the site was restored
    rerouted mitigated impact_ended resolved mitigation_started | Tried to restart the primary, which failed; we then promoted the standby, which restored writes
    mitigation_failed error_observed | Attempts to repair the array failed
    mitigation_failed error_observed | Two attempts to restart the gateway failed, so we are out of ideas
    mitigation_failed error_observed | We tried to recover the broker without success
    mitigation_failed error_observed | The attempt to restore the volume failed, so clients still see errors
  `,
  "a part that is found healthy ends nothing": `
    observation hypothesis_rejected | Hosting team confirms that the storage and hypervisors are healthy
    observation hypothesis_rejected | The network team confirms the core switches are fine
    observation hypothesis_rejected | DBAs confirm database and replicas are healthy, so we look at the release
    observation hypothesis_rejected | Confirmed the load balancers are healthy; attention moves to the application
    observation hypothesis_rejected | Platform says the nodes are healthy
    observation hypothesis_rejected | Infrastructure reports that cluster and DNS are healthy
    observation hypothesis_rejected | Verified that the disks are healthy and turned to the kernel
    observation hypothesis_rejected | The provider confirms that its links are fine
    impact_ended mitigated resolved | Platform confirms that the cluster is healthy again
    impact_ended mitigated resolved observation | Confirmed that all services are healthy
  `,
  "a whole recovery is an end, whatever follows it": `
    impact_ended resolved | Portal is fully recovered and the vendor's engineers begin to look for the cause of the defect
    impact_ended resolved | The shop is fully restored and the team starts an investigation into the cache bug
    impact_ended resolved | Website has fully recovered, and we open a ticket about the scheduler bug
    impact_ended resolved | The service was fully restored while the supplier kept searching for the bug
    impact_ended resolved | API fully recovered; developers begin work on the leak
    impact_ended resolved | Services fully restored and support engineers close the remaining tickets
    observation | The site is not fully recovered
    observation | Once the site is fully recovered the vendor will look for the cause
    impact_changed mitigated observation | The portal is partially recovered
    impact_ended resolved mitigated | Service is restored by switching to the copy in Oslo
  `,
  "what comes of an act": `
    mitigated impact_ended rerouted resolved | All traffic that could be moved was moved away from the carrier, and error rates returned to normal
    mitigated impact_ended rerouted resolved | Eligible requests redirected to Oslo, API error rates returned to normal levels
    mitigated impact_ended restarted resolved | Workers restarted, latency returned to baseline
    mitigated impact_ended rollback_finished resolved | The release was rolled back and response times returned to normal
    mitigated impact_ended scaled resolved | We scaled the pool to twelve nodes; load returned to normal
    impact_ended resolved mitigated | Most members install the update and the network resumes
    impact_ended resolved mitigated | Two thirds of the operators apply the patch and the chain resumed
    impact_ended resolved mitigated | Access was restored by rebuilding the index
    metric_shift mitigated impact_ended | Error rates returned to normal
    observation metric_shift rerouted mitigation_failed | Traffic was moved, but error rates have not returned to normal
  `,
  "what an East Asian line is about": `
    observation error_observed | 数据库恢复时将该任务标记为失败
    observation error_observed automated_action | 网络恢复时旧任务被清理
    observation error_observed | 恢复时部分任务被丢弃
    observation | 復旧時に一部のジョブを削除
    restarted mitigation_started | 第二次人工重试
    restarted mitigation_started | 手动重跑任务
    restarted mitigation_started | バッチを手動で再実行
    customer_report | ユーザから報告
    customer_report | ユーザがログインできないと問い合わせ
    resolved impact_ended mitigated | 服务已恢复
  `,
  "where there was trouble": `
    error_observed impact_started | Gegen 9 Uhr gab es Störungen bei der automatischen Umschaltung
    error_observed impact_started | Es gab Probleme mit einer Leitung, bei der Umschaltung auf die zweite riss die Verbindung ab
    error_observed impact_started | Es gab einige Fehler beim Deployment
    error_observed impact_started observation | Es kam zu einem Ausfall der Datenbank
    error_observed impact_started observation | Il y a eu des problèmes avec le basculement automatique
    error_observed impact_started | Il y avait des erreurs lors du déploiement
    error_observed impact_started observation | Hubo problemas con el reinicio
    error_observed impact_started observation | Houve problemas com a atualização
    error_observed impact_started observation | Er waren problemen met de herstart
    mitigation_started rerouted automated_action | Automatische Umschaltung auf die zweite Leitung
  `,
  "what is stuck, and what is confirmed to be gone": `
    error_observed impact_started | Mainnet stuck at height 1640001
    error_observed impact_started | Import queue stuck at 40%
    error_observed impact_started | Replication stuck on the third node
    error_observed impact_started | Nightly pipeline stuck in the second step
    error_observed impact_started | Rollout stuck for an hour
    mitigation_started data_change | Confirmed that the archive has been deleted
    mitigation_started data_change | Confirmed old snapshots have been destroyed
    mitigation_started config_changed | Confirmed the token has been revoked
    mitigation_started infra_change | Confirms that the faulty host has been isolated
    observation | Confirmed that nothing has been deleted
  `,
  "a commit to a repository is no deployment": `
    observation data_change config_changed | A developer pushes a commit to a public repository
    observation data_change config_changed | Contributor (unnamed) pushes a commit with the password to her fork
    observation data_change config_changed | Someone pushed a branch to GitHub that contains the token
    observation data_change config_changed | An intern pushes two commits to his personal fork
    observation data_change config_changed mitigation_started | Leo pushes a commit to the feature branch
    observation data_change config_changed | The key is committed and pushed to a public repo
    observation data_change config_changed mitigation_started | Ines pushed a fix to her branch for review
    deploy_started deploy_finished | Leo pushes version 3.4 to production
    deploy_started deploy_finished mitigation_started | We pushed the patched build to all servers
    deploy_started deploy_finished mitigation_started | Pushed the release to the live cluster
  `,
  "a recovery is named with its step": `
    mitigation_started restarted | Manual recovery by removing failed pods; pods recreated and hosts began to recover
    mitigation_started restarted | Manual restore by replaying the failed jobs
    mitigation_started restarted | Emergency recovery via a reboot of the crashed controllers
    mitigation_started restarted | Recovery by deleting the broken index, which is then rebuilt
    mitigation_started restarted | Manual cleanup by killing hung workers
    mitigation_started restarted | Manual failover by stopping the faulty primary
    mitigation_started restarted rerouted | Manual intervention by draining the failed zone
    observation | Manual recovery by deleting the pods was considered
    observation | No manual recovery was needed
    observation | Manual recovery will be tried tomorrow
  `,
  "an alert that fires, whatever it is about": `
    alert_fired | healthAlert: 2 failing probes on payroll-api: db_check fires.
    alert_fired | diskAlert: 1 failing volume on store-3 fires
    alert_fired | alert "3 failing targets on edge" fired
    alert_fired | Alarm for failing jobs in the night queue fires
    alert_fired | Monitoring alert fires: two failing replicas
    alert_fired | The alert about failed imports triggered
    alert_fired | probe_failed alert fired for checkout
    alert_fired | Alert re-fires on the next poll
    observation | No alert fired although three checks were failing
    observation | The alert should have fired when the checks were failing
  `,
  "someone takes an alert to others": `
    escalated internal_update | maria7 raises the alert with the platform team, with a link to the change
    escalated internal_update | Tom raised the alert with SRE
    escalated internal_update | Jun raises the alarm with the storage group
    escalated internal_update | The duty officer raises the issue with the network team
    escalated internal_update | Support raised the problem with engineering
    escalated internal_update | kofi raises it with the on-call team
    escalated internal_update | Anna raised the warning with operations
    escalated internal_update | Shift lead raises the alert with the vendor
    alert_fired | Monitoring raises an alert
    alert_fired | The probe raised an alert with the text "disk full"
  `,
  "what it says no longer": `
    observation mitigated impact_ended resolved automated_action | Import after the restart prints "graph updated": full success, no longer "partly updated, some sources failed"
    observation mitigated impact_ended resolved automated_action | Nightly job reports "done", no longer "failed with error 7"
    observation mitigated impact_ended resolved automated_action | The log says "ready", no longer "connection failed"
    observation mitigated impact_ended resolved automated_action | Status shows "synced" and no longer "error: stale"
    observation mitigated impact_ended resolved automated_action | The page prints the total, no longer "internal error"
    observation mitigated impact_ended resolved automated_action | Checks return "ok", no longer "timeout"
    observation mitigated impact_ended resolved automated_action | The build ends with full success
    error_observed | The log says "connection failed"
    error_observed impact_started | Nightly job reports "failed with error 7"
    error_observed impact_started | The page of the job no longer loads, error 500
  `,
  "who is told and who joins": `
    internal_update escalated | Storage and network teams notified about a needed emergency patch
    internal_update | Sales and support teams informed about the delay
    internal_update | Field teams told of the closed depot
    customer_report | Issue reported by an outside security firm
    customer_report | Vulnerability reported by a researcher
    customer_report | Bug reported by two partner companies
    alert_fired | Issue reported by the monitoring
    joined | Bela joins
    joined | Priya joins; confirms that the account belongs to billing
    joined | Okan joins and looks at the traces
  `,
  "smaller acts": `
    config_changed infra_change | Lena adds CloudWatch alarms to the queue so that we know early
    config_changed infra_change | Added alerts for low disk space
    config_changed infra_change | @otto adds monitoring to the replica
    mitigation_started restarted mitigation_failed | Operators attempted to restart the hung pipeline with a few empty commits
    mitigation_started restarted mitigation_failed | Technicians attempted to reboot the frozen switch
    mitigation_started restarted mitigation_failed | We tried to rerun the stuck job
    error_observed | Eleven builds after the release errored
    error_observed | Every import since noon errored
    observation backlog_item | We should add alerts for low disk space
    observation | Alarms are to be added next week
  `,
};

it.each(Object.entries(TOLD))("%s is told as it is meant", (_, table) => expect(misread(table)).toEqual([]));
