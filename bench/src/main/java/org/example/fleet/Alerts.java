package org.example.fleet;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRuleBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.RuleBuilder;
import io.github.homelab4j.kube.Meta;
import java.util.stream.IntStream;

/** 4 to 10 alerts. */
final class Alerts {
  private Alerts() {}

  static PrometheusRule named(String name, Application application, Words words) {
    return new PrometheusRuleBuilder()
        .withMetadata(Meta.of(name, application.targetNamespace()))
        .withNewSpec()
        .addNewGroup()
        .withName(name)
        .withRules(IntStream.range(0, words.number(4, 10)).mapToObj(i -> rule(i, words)).toList())
        .endGroup()
        .endSpec()
        .build();
  }

  private static Rule rule(int number, Words words) {
    var metric = words.words(3, "_") + "_total";
    return new RuleBuilder()
        .withAlert("Alert" + number)
        .withExpr(
            new IntOrString(
                "sum by (namespace, pod) (rate(%s{job=\"%s\"}[5m])) > %s"
                    .formatted(metric, words.word(), words.number(1, 1000))))
        .withFor(words.number(5, 30) + "m")
        .addToLabels("severity", words.number(0, 3) == 0 ? "critical" : "warning")
        .addToAnnotations("summary", words.sentence(6))
        .addToAnnotations("description", words.sentence(12))
        .build();
  }
}
