package io.github.homelab4j.check.object;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Scalar;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Requests and limits wherever they stand, also those that charts are told, and sizes of volumes:
 * they are amounts, in the unit that was meant, and no request is above its limit.
 */
final class Amounts implements Check {
  private static final Pattern RESOURCES =
      Pattern.compile("(.*[rR]esources)/(requests|limits)/([^/]+)");
  private static final Set<String> BYTES = Set.of("memory", "storage", "ephemeral-storage");
  private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1L << 20);
  private static final BigDecimal CPUS = BigDecimal.valueOf(256);
  private static final Fields SIZES =
      Fields.of(
          Map.of(
              "Cluster", List.of("/spec/storage/size", "/spec/walStorage/size"),
              "KafkaNodePool", List.of("/spec/storage/size", "/spec/storage/volumes/*/size"),
              "PersistentVolume", List.of("/spec/capacity/storage")));

  @Override
  public List<? extends Rule> rules() {
    return List.of(
        ObjectRule.QUANTITY_INVALID, ObjectRule.QUANTITY_UNIT, ObjectRule.REQUEST_ABOVE_LIMIT);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      resources(cluster, report);
      SIZES.each(
          cluster,
          (subject, pointer, value) ->
              judge(new Scalar(subject, pointer, "storage", value, value), "storage", report));
    }
  }

  private static void resources(ClusterView cluster, Report report) {
    var requests = new HashMap<String, BigDecimal>();
    var limits = new HashMap<String, Scalar>();
    for (var scalar : cluster.scalars()) {
      if (!scalar.pointer().contains("esources/")) {
        continue;
      }
      var match = RESOURCES.matcher(scalar.pointer());
      if (!match.matches()) {
        continue;
      }
      var amount = judge(scalar, match.group(3), report);
      // Limits are written before requests, or after: they meet when both are there.
      var key = scalar.subject().emitted().key() + match.group(1) + "/" + match.group(3);
      if (match.group(2).equals("limits")) {
        limits.put(key, scalar);
      } else if (amount != null) {
        requests.put(key, amount);
      }
    }
    limits.forEach((key, limit) -> compare(requests.get(key), limit, report));
  }

  private static BigDecimal judge(Scalar scalar, String resource, Report report) {
    var amount = Amount.of(scalar.value());
    report.judge(
        ObjectRule.QUANTITY_INVALID,
        scalar.subject(),
        scalar.key() + scalar.value(),
        amount.isPresent(),
        () ->
            "%s is '%s': write a number with a unit, as 500m, 2, 512Mi or 10Gi"
                .formatted(scalar.describe(), scalar.value().asText()));
    if (amount.isPresent() && amount.get().signum() > 0) {
      var bytes = BYTES.contains(resource);
      if (bytes || resource.equals("cpu")) {
        report.judge(
            ObjectRule.QUANTITY_UNIT,
            scalar.subject(),
            scalar.key() + scalar.value(),
            bytes ? amount.get().compareTo(MEBIBYTE) >= 0 : amount.get().compareTo(CPUS) < 0,
            () ->
                bytes
                    ? "%s is %s, which is %s bytes: write a unit of bytes, as 64Mi"
                        .formatted(scalar.describe(), scalar.value().asText(), plain(amount.get()))
                    : "%s is %s, which is %s whole CPUs: write thousandths, as 500m"
                        .formatted(
                            scalar.describe(), scalar.value().asText(), plain(amount.get())));
      }
    }
    return amount.orElse(null);
  }

  private static void compare(BigDecimal request, Scalar limit, Report report) {
    var amount = Amount.of(limit.value());
    if (request != null && amount.isPresent()) {
      report.judge(
          ObjectRule.REQUEST_ABOVE_LIMIT,
          limit.subject(),
          request.compareTo(amount.get()) <= 0,
          () ->
              "%s is %s, which is less than the request of %s: raise the limit or lower the request"
                  .formatted(
                      limit.describe(),
                      limit.value().asText(),
                      limit.subject().emitted().at(request(limit.pointer())).asText()));
    }
  }

  private static String request(String limit) {
    var at = limit.lastIndexOf("/limits/");
    return limit.substring(0, at) + "/requests/" + limit.substring(at + "/limits/".length());
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
