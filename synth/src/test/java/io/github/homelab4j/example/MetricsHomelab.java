package io.github.homelab4j.example;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.ValuesPatch;
import io.github.homelab4j.observability.MetricsServer;
import io.github.homelab4j.observability.MetricsServerProps;
import io.github.homelab4j.plan.HomelabPlan;
import java.util.List;

/** A homelab with a chart, whose values are patched. */
public final class MetricsHomelab extends Homelab {
  /** Composes it. */
  public MetricsHomelab() {
    this(new ExampleHomelab().plan());
  }

  private MetricsHomelab(HomelabPlan plan) {
    super(plan);
    new MetricsServer(
        new Stack(this, "one"),
        "metrics-server",
        MetricsServerProps.builder()
            .replicas(2)
            .extraValues(ValuesPatch.of().set("args", List.of("--v=2")))
            .build());
  }
}
