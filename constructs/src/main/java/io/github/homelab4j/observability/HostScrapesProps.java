package io.github.homelab4j.observability;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Invalid;
import java.util.HashSet;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link HostScrapes}. */
@Value.Immutable
public interface HostScrapesProps extends ComponentProps {
  /**
   * What is read, at least one: {@code HostTarget.of(HostServiceRef.of(host, "node-exporter",
   * Loss.DEGRADES))}.
   */
  List<HostTarget> targets();

  /** There is something to read, and each once. */
  @Value.Check
  default void check() {
    if (targets().isEmpty()) {
      Invalid.setting("there are no targets: add one, or leave the component out");
    }
    var names = new HashSet<String>();
    for (var target : targets()) {
      if (!names.add(target.host() + "-" + target.job())) {
        Invalid.setting(
            "service %s of host %s is read twice: keep one".formatted(target.job(), target.host()));
      }
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link HostScrapesProps}. */
  final class Builder extends ImmutableHostScrapesProps.Builder {}
}
