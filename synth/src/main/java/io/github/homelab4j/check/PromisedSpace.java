package io.github.homelab4j.check;

import io.github.homelab4j.core.LendsSpace;
import io.github.homelab4j.rule.HostRule;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.unit.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A disk has room for all that it promised to others. */
final class PromisedSpace implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(HostRule.SPACE_OVERCOMMITTED);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      for (var unit : cluster.model().hosts()) {
        if (unit.component().orElse(null) instanceof LendsSpace disk) {
          var promised =
              disk.lent().stream().map(Quantity::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
          report.judge(
              HostRule.SPACE_OVERCOMMITTED,
              Subject.of(cluster.model(), unit),
              disk.where(),
              promised.compareTo(disk.space().amount()) <= 0,
              () ->
                  "%s has %s and promised %s: it is full before they are; make them smaller, or watch it"
                      .formatted(
                          disk.where(),
                          disk.space(),
                          disk.lent().stream()
                              .map(Quantity::text)
                              .collect(Collectors.joining(" + "))));
        }
      }
    }
  }
}
