package io.github.homelab4j.unit;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.InvalidPropsException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An amount of a resource as Kubernetes spells it: {@code 500m} CPU, {@code 4Gi} of memory or
 * storage.
 *
 * @param text the amount with its unit
 * @throws InvalidPropsException when the text is not a quantity
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>
 */
public record Quantity(@JsonValue String text) implements Comparable<Quantity> {
  private static final Pattern GRAMMAR =
      Pattern.compile("(\\d+(?:\\.\\d+)?)(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi)?");
  private static final Map<String, BigDecimal> UNITS =
      Map.ofEntries(
          Map.entry("m", new BigDecimal("0.001")),
          Map.entry("", BigDecimal.ONE),
          Map.entry("k", BigDecimal.TEN.pow(3)),
          Map.entry("M", BigDecimal.TEN.pow(6)),
          Map.entry("G", BigDecimal.TEN.pow(9)),
          Map.entry("T", BigDecimal.TEN.pow(12)),
          Map.entry("P", BigDecimal.TEN.pow(15)),
          Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
          Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
          Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
          Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
          Map.entry("Pi", BigDecimal.valueOf(1L << 50)));

  /** Checks the grammar. */
  public Quantity {
    if (!GRAMMAR.matcher(text).matches()) {
      text =
          Invalid.value(
              "'%s' is not a quantity: write a number with a unit, as 500m, 2, 512Mi or 10Gi"
                  .formatted(text),
              "987654321");
    }
  }

  /** As written in a manifest: {@code Quantity.of("500m")}. */
  public static Quantity of(String text) {
    return new Quantity(text);
  }

  /** Mebibytes. */
  public static Quantity mi(long amount) {
    return new Quantity(amount + "Mi");
  }

  /** Gibibytes. */
  public static Quantity gi(long amount) {
    return new Quantity(amount + "Gi");
  }

  /** Tebibytes. */
  public static Quantity ti(long amount) {
    return new Quantity(amount + "Ti");
  }

  /** Thousandths of a CPU. */
  public static Quantity millis(long amount) {
    return new Quantity(amount + "m");
  }

  /** The amount in its base unit: bytes, or whole CPUs. */
  public BigDecimal amount() {
    var matcher = GRAMMAR.matcher(text);
    matcher.matches();
    return new BigDecimal(matcher.group(1))
        .multiply(UNITS.get(matcher.group(2) == null ? "" : matcher.group(2)));
  }

  /** The same as a value of fabric8's models. */
  public io.fabric8.kubernetes.api.model.Quantity model() {
    return new io.fabric8.kubernetes.api.model.Quantity(text);
  }

  @Override
  public int compareTo(Quantity other) {
    return amount().compareTo(other.amount());
  }

  @Override
  public String toString() {
    return text;
  }
}
