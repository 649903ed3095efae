package io.github.homelab4j.check.object;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Host names of routes, listeners, certificates and Ingresses. */
final class HostnameFields implements Check {
  private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
  // An address is no host name: the last label is not a number.
  private static final Pattern NAME =
      Pattern.compile("(\\*\\.)?(" + LABEL + "\\.)*(?!\\d+$)" + LABEL);
  private static final List<String> ROUTE = List.of("/spec/hostnames/*");
  private static final Fields FIELDS =
      Fields.of(
          Map.of(
              "HTTPRoute",
              ROUTE,
              "GRPCRoute",
              ROUTE,
              "TLSRoute",
              ROUTE,
              "Gateway",
              List.of("/spec/listeners/*/hostname"),
              "Certificate",
              List.of("/spec/dnsNames/*"),
              "Ingress",
              List.of("/spec/rules/*/host", "/spec/tls/*/hosts/*")));

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.HOSTNAME_INVALID);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      FIELDS.each(
          cluster,
          (subject, pointer, value) ->
              report.judge(
                  ObjectRule.HOSTNAME_INVALID,
                  subject,
                  value.asText(),
                  value.asText().length() <= 253 && NAME.matcher(value.asText()).matches(),
                  () ->
                      "%s is '%s', which is no host name: write lower-case labels joined by dots, with an asterisk as the first at most"
                          .formatted(Fields.describe(subject, pointer), value.asText())));
    }
  }
}
