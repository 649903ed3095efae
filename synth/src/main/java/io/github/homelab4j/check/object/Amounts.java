package io.github.homelab4j.check.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Scalar;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Requests and limits wherever they stand, also those that charts are told, and sizes of volumes:
 * they are amounts, in the unit that was meant, and no request is above its limit.
 */
final class Amounts implements Check {
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
              judge(new Place(subject, pointer, "storage", value), "storage", report));
    }
  }

  private static void resources(ClusterView cluster, Report report) {
    var requests = new HashMap<String, BigDecimal>();
    var limits = new HashMap<String, Place>();
    cluster.scalars(
        (in, key) -> "limits".equals(in) || "requests".equals(in),
        scalar -> resource(scalar, requests, limits, report));
    limits.forEach((key, limit) -> compare(requests.get(key), limit, report));
  }

  private static void resource(
      Scalar scalar, Map<String, BigDecimal> requests, Map<String, Place> limits, Report report) {
    var pointer = scalar.pointer();
    int last = pointer.lastIndexOf('/');
    int before = pointer.lastIndexOf('/', last - 1);
    var holder = pointer.substring(0, before);
    if (!holder.endsWith("resources") && !holder.endsWith("Resources")) {
      return;
    }
    var place = new Place(scalar.subject(), pointer, scalar.key(), scalar.value());
    var resource = pointer.substring(last + 1);
    var amount = judge(place, resource, report);
    // Limits are written before requests, or after: they meet when both are there.
    var key = scalar.subject().emitted().key() + holder + "/" + resource;
    if (pointer.startsWith("/limits/", before)) {
      limits.put(key, place);
    } else if (amount != null) {
      requests.put(key, amount);
    }
  }

  private static BigDecimal judge(Place place, String resource, Report report) {
    var amount = Amount.of(place.value());
    report.judge(
        ObjectRule.QUANTITY_INVALID,
        place.subject(),
        place.cause(),
        amount.isPresent(),
        () ->
            "%s is '%s': write a number with a unit, as 500m, 2, 512Mi or 10Gi"
                .formatted(place.describe(), place.value().asText()));
    if (amount.isPresent() && amount.get().signum() > 0) {
      var bytes = BYTES.contains(resource);
      if (bytes || resource.equals("cpu")) {
        report.judge(
            ObjectRule.QUANTITY_UNIT,
            place.subject(),
            place.cause(),
            bytes ? amount.get().compareTo(MEBIBYTE) >= 0 : amount.get().compareTo(CPUS) < 0,
            () ->
                bytes
                    ? "%s is %s, which is %s bytes: write a unit of bytes, as 64Mi"
                        .formatted(place.describe(), place.value().asText(), plain(amount.get()))
                    : "%s is %s, which is %s whole CPUs: write thousandths, as 500m"
                        .formatted(place.describe(), place.value().asText(), plain(amount.get())));
      }
    }
    return amount.orElse(null);
  }

  private static void compare(BigDecimal request, Place limit, Report report) {
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
                      limit.subject().emitted().tree().at(request(limit.pointer())).asText()));
    }
  }

  private static String request(String limit) {
    var at = limit.lastIndexOf("/limits/");
    return limit.substring(0, at) + "/requests/" + limit.substring(at + "/limits/".length());
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  private record Place(Subject subject, String pointer, String key, JsonNode value) {
    String cause() {
      return key + (value.isTextual() ? "=" : " ") + value.asText();
    }

    String describe() {
      return Fields.describe(subject, pointer);
    }
  }
}
