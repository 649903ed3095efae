package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.messaging.StrimziKafkaOperator;
import io.github.homelab4j.messaging.StrimziKafkaOperatorProps;
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.rule.PodRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.function.Consumer;

/** The sound home with a workshop in it: pods, rights and routes with nothing wrong. */
final class Workshop {
  private static final String LINE = "new Manifests(house, \"works\"";
  private static final String MORE = "# More documents go here.";

  private Workshop() {}

  /** A part of the workshop replaced by another. */
  static Mistake with(Rule rule, String what, String other, String message) {
    return new Mistake(rule, "house/works", LINE, message, () -> homelab(what, other, works -> {}));
  }

  /** One more document in the workshop. */
  static Mistake more(Rule rule, String document, String message) {
    return with(rule, MORE, "---\n" + document, message);
  }

  /** A part replaced, and what the stack says of it. */
  static Mistake said(
      Rule rule, String what, String other, Consumer<Manifests> said, String message) {
    return new Mistake(rule, "house/works", LINE, message, () -> homelab(what, other, said));
  }

  /** A part of what looks at the machine replaced by another. */
  static Mistake inMachine(Rule rule, String what, String other, String message) {
    return new Mistake(
        rule,
        "house/machine",
        "machine(house, text)",
        message,
        () -> {
          var text = SoundHome.replaced(SoundHome.resource("machine.yaml"), what, other);
          return new SoundHome().and(house -> machine(house, text));
        });
  }

  // The reason is what reviewers read.
  private static void machine(SoundHome.House house, String text) {
    var machine = new Machine(house, "machine", text);
    machine.exempt(PodRule.SEC_005, "it reads the logs of its machine");
  }

  /** As it is. */
  static Homelab sound() {
    return homelab(MORE, MORE, works -> {});
  }

  private static Homelab homelab(String what, String other, Consumer<Manifests> said) {
    var text = SoundHome.replaced(SoundHome.resource("works.yaml"), what, other);
    return new SoundHome()
        .and(
            house -> {
              new StrimziKafkaOperator(
                      house,
                      "strimzi",
                      StrimziKafkaOperatorProps.builder()
                          .watches(List.of(NamespaceRef.of("works")))
                          .build())
                  .exempt(NetworkRule.NET_001, "it answers who asks for its health only");
              var volumes = StorageClassRef.external("local-path");
              var issuer = new IssuerRef("letsencrypt", Provider.external("cert-manager, by hand"));
              said.accept(new Manifests(house, "works", "works", text, volumes, issuer));
              machine(house, SoundHome.resource("machine.yaml"));
            });
  }
}
