package io.github.homelab4j.crd.kafka;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.unit.Quantity;
import java.math.BigDecimal;

/** The heap of a Java process. */
public record JvmOptions(@JsonProperty("-Xms") String xms, @JsonProperty("-Xmx") String xmx) {
  private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1L << 20);

  /**
   * Half of a container's memory: the rest is page cache, which Kafka lives on, and what Java uses
   * beside its heap.
   */
  public static JvmOptions halfOf(Quantity memory) {
    var heap = memory.amount().divide(MEBIBYTE).intValue() / 2 + "m";
    return new JvmOptions(heap, heap);
  }
}
