package io.github.homelab4j.check.policy;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.ReliabilityRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What starts pods: how many, one after the other or at once, and when. */
public final class Controllers implements Check {
  private static final Set<String> ALONE = Set.of("ReadWriteOnce", "ReadWriteOncePod");

  @Override
  public List<? extends Rule> rules() {
    return List.of(
        ReliabilityRule.REL_009,
        ReliabilityRule.REL_014,
        ReliabilityRule.REL_015,
        ReliabilityRule.REL_017,
        ReliabilityRule.REL_018,
        ReliabilityRule.REL_019);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      voters(cluster, report);
      cluster.objects("Deployment").forEach(each -> volumes(cluster, each, report));
      autoscalers(cluster, report);
      cluster.objects("CronJob").forEach(job -> cronJob(job, report));
      cluster.objects("Job").forEach(job -> job(job, report));
      cluster
          .objects("Pod")
          .forEach(
              pod ->
                  Judgement.judge(
                      ReliabilityRule.REL_019, pod, false, "has no controller", report));
      cluster.workloads().stream()
          .filter(workload -> !workload.kind().equals("Pod"))
          .forEach(
              workload ->
                  Judgement.judge(ReliabilityRule.REL_019, workload, Outcome.HOLDS, report));
    }
  }

  private static void voters(ClusterView cluster, Report report) {
    for (var pool : cluster.objects("KafkaNodePool")) {
      var roles = pool.emitted().at("/spec/roles");
      for (var role : roles) {
        if (role.asText().equals("controller")) {
          vote(cluster, pool, "/spec/replicas", report);
        }
      }
    }
    cluster.objects("CephCluster").stream()
        .filter(ceph -> ceph.emitted().at("/spec/mon").has("count"))
        .forEach(ceph -> vote(cluster, ceph, "/spec/mon/count", report));
  }

  private static void vote(ClusterView cluster, Subject subject, String field, Report report) {
    var voters = subject.emitted().at(field).asInt();
    var machines = cluster.model().cluster().plan().nodes().size();
    Judgement.judge(
        ReliabilityRule.REL_009,
        subject,
        voters % 2 == 1 && (voters >= 3 || machines < 3),
        "has %s voters".formatted(voters),
        report);
  }

  private static void volumes(ClusterView cluster, Subject deployment, Report report) {
    var object = deployment.emitted();
    var alone = new TreeSet<String>();
    for (var volume : object.at("/spec/template/spec/volumes")) {
      var claim = volume.at("/persistentVolumeClaim/claimName").asText("");
      cluster
          .object("PersistentVolumeClaim", object.namespace(), claim)
          .filter(found -> isAlone(found.emitted().at("/spec/accessModes")))
          .ifPresent(found -> alone.add(claim));
    }
    if (!alone.isEmpty()) {
      var replicas = object.at("/spec/replicas").asInt(1);
      var strategy = object.at("/spec/strategy/type").asText("RollingUpdate");
      Judgement.judge(
          ReliabilityRule.REL_014,
          deployment,
          replicas < 2 && strategy.equals("Recreate"),
          "holds %s alone, with %s copies and strategy %s"
              .formatted(String.join(", ", alone), replicas, strategy),
          report);
    }
  }

  private static boolean isAlone(com.fasterxml.jackson.databind.JsonNode modes) {
    for (var mode : modes) {
      if (!ALONE.contains(mode.asText())) {
        return false;
      }
    }
    return true;
  }

  private static void autoscalers(ClusterView cluster, Report report) {
    var targets = new HashMap<String, Subject>();
    for (var scaler : cluster.objects("HorizontalPodAutoscaler")) {
      var object = scaler.emitted();
      var kind = object.at("/spec/scaleTargetRef/kind").asText();
      var name = object.at("/spec/scaleTargetRef/name").asText();
      var other = targets.putIfAbsent(kind + " " + object.namespace() + "/" + name, scaler);
      var isSet =
          cluster
              .object(kind, object.namespace(), name)
              .filter(target -> target.emitted().at("/spec").has("replicas"))
              .isPresent();
      Judgement.judge(
          ReliabilityRule.REL_015,
          scaler,
          other == null && !isSet,
          other == null
              ? "decides on %s %s, which sets replicas itself".formatted(kind, name)
              : "decides on %s %s, as %s does".formatted(kind, name, other.emitted().describe()),
          report);
    }
  }

  private static void cronJob(Subject job, Report report) {
    var spec = job.emitted().at("/spec");
    var missing = new TreeSet<String>();
    for (var field : List.of("concurrencyPolicy", "startingDeadlineSeconds")) {
      if (!spec.has(field)) {
        missing.add(field);
      }
    }
    if (!spec.at("/jobTemplate/spec/template/spec").has("restartPolicy")) {
      missing.add("restartPolicy");
    }
    Judgement.judge(
        ReliabilityRule.REL_017,
        job,
        missing.isEmpty(),
        "does not set " + String.join(", ", missing),
        report);
  }

  // What a CronJob or a chart makes is removed by it.
  private static void job(Subject job, Report report) {
    Judgement.judge(
        ReliabilityRule.REL_018,
        job,
        job.emitted().at("/spec").has("ttlSecondsAfterFinished"),
        "stays when it is done",
        report);
  }
}
