package io.github.homelab4j.plan;

import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.InvalidPropsException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses from one to another, both included.
 *
 * @param first the lowest
 * @param last the highest
 * @throws InvalidPropsException when the first lies after the last, or one is of IPv4 and one of
 *     IPv6
 */
public record IpRange(Ip first, Ip last) {
  /** Checks the order. */
  public IpRange {
    if (!first.isLike(last)) {
      Invalid.setting(
          "range %s-%s begins in one family and ends in the other: write both ends in IPv4, or both in IPv6"
              .formatted(first, last));
      last = first;
    }
    if (first.compareTo(last) > 0) {
      var message =
          "range %s-%s runs backwards: did you mean %s-%s?".formatted(first, last, last, first);
      Invalid.setting(message);
      last = first;
    }
  }

  /** A range by its ends: {@code IpRange.of("10.0.0.65", "10.0.0.67")}. */
  public static IpRange of(String first, String last) {
    return new IpRange(Ip.of(first), Ip.of(last));
  }

  /** Whether the address lies in it. */
  public boolean contains(Ip address) {
    return first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
  }

  /** Whether all of the other one lies in it. */
  public boolean contains(IpRange other) {
    return contains(other.first) && contains(other.last);
  }

  /** Whether the two share an address. */
  public boolean overlaps(IpRange other) {
    return first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
  }

  /** How many addresses it has. */
  public BigInteger size() {
    return last.address().getValue().subtract(first.address().getValue()).add(BigInteger.ONE);
  }

  /** The fewest networks that together have exactly its addresses, in order. */
  public List<Cidr> blocks() {
    return Stream.of(first.address().spanWithPrefixBlocks(last.address()))
        .map(block -> Cidr.of(block.toCanonicalString()))
        .toList();
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
