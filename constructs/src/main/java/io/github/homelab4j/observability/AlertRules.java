package io.github.homelab4j.observability;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import software.constructs.Construct;

/**
 * The owner's alerts, as a PrometheusRule: a {@link Prometheus} or a {@link VmAlert} of the cluster
 * evaluates it, whatever namespace it is in.
 */
@ComponentInfo(
    name = "alert-rules",
    domain = Domain.OBSERVABILITY,
    upstream = "https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/",
    namespace = "monitoring")
public final class AlertRules extends Component {
  private final AlertRulesProps props;

  /** Stores its settings. */
  public AlertRules(Construct scope, String id, AlertRulesProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  protected void define(Resources out) {
    out.add(AlertGroup.object(id(), targetNamespace(), props.groups()));
  }
}
