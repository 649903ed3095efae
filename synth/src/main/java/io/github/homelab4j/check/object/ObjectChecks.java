package io.github.homelab4j.check.object;

import io.github.homelab4j.check.Check;
import java.util.List;

/** The checks of single objects. */
public final class ObjectChecks {
  private ObjectChecks() {}

  /** All of them. */
  public static List<Check> all() {
    return List.of(
        new ObjectNames(),
        new ObjectNamespaces(),
        new ObjectLabels(),
        new ApiVersions(),
        new WorkloadSelectors(),
        new Copies(),
        new Budgets(),
        new PodParts(),
        new PodMounts(),
        new ContainerPorts(),
        new ServicePorts(),
        new Amounts(),
        new Schedules(),
        new DurationFields(),
        new HostnameFields(),
        new AddressFields(),
        new ConfigMapData());
  }
}
