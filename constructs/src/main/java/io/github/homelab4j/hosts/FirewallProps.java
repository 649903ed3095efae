package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HasHost;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link Firewall}. */
@Value.Immutable
public interface FirewallProps extends HasHost {
  /** The machine; the plan's services of it are what may be opened. */
  @Override
  HostPlan host();

  /** Who may use what. What is not named here is closed. */
  List<Rule> rules();

  /**
   * Who may use services.
   *
   * @param services names of the services, as the plan has them
   * @param clients the networks whose machines may use them
   */
  record Rule(List<String> services, List<Cidr> clients) {}

  /** Services are the plan's, each is opened by one rule and for somebody, and SSH is. */
  @Value.Check
  default void check() {
    var opened = rules().stream().flatMap(rule -> rule.services().stream()).toList();
    opened.forEach(host()::service);
    if (opened.stream().distinct().count() < opened.size()) {
      Invalid.setting(
          "services %s have one twice: put all its clients into one rule".formatted(opened));
    }
    for (var rule : rules()) {
      if (rule.clients().isEmpty()) {
        Invalid.setting(
            "services %s are open for no network: name their clients, or leave the rule out"
                .formatted(rule.services()));
      }
    }
    var closed =
        host().services().stream().map(HostService::name).filter(n -> !opened.contains(n)).toList();
    if (closed.contains("ssh")) {
      Invalid.setting(
          "nobody could log in to %s by ssh, which its plan serves: add a rule for ssh"
              .formatted(host().name()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link FirewallProps}. */
  final class Builder extends ImmutableFirewallProps.Builder {}
}
