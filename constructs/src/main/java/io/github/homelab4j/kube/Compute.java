package io.github.homelab4j.kube;

import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.github.homelab4j.unit.Quantity;
import java.util.Optional;

/**
 * What a container asks for and may take, in the form of a container's {@code resources}. There is
 * a limit on memory only: memory that is not there kills a neighbour, while CPU beyond the request
 * is merely shared.
 *
 * @param requests what the scheduler reserves
 * @param limits what it may take at most
 */
public record Compute(Amounts requests, Optional<Amounts> limits) {
  /** A request, and the memory's limit. */
  public static Compute of(Quantity cpu, Quantity memory, Quantity memoryLimit) {
    return new Compute(
        new Amounts(Optional.of(cpu), memory),
        Optional.of(new Amounts(Optional.empty(), memoryLimit)));
  }

  /** A request whose memory is also the limit. */
  public static Compute of(Quantity cpu, Quantity memory) {
    return of(cpu, memory, memory);
  }

  /** The same as a value of fabric8's models. */
  public ResourceRequirements model() {
    var model =
        new ResourceRequirementsBuilder().addToRequests("memory", requests.memory().model());
    requests.cpu().ifPresent(cpu -> model.addToRequests("cpu", cpu.model()));
    limits.ifPresent(limit -> model.addToLimits("memory", limit.memory().model()));
    return model.build();
  }

  /** CPU and memory. */
  public record Amounts(Optional<Quantity> cpu, Quantity memory) {}
}
