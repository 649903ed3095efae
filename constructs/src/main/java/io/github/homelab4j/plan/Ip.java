package io.github.homelab4j.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.InvalidPropsException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * One IPv4 or IPv6 address, in its canonical spelling.
 *
 * @param text the address, as {@code 10.25.11.1}
 * @throws InvalidPropsException when the text is not exactly one address (leading zeros, missing
 *     parts and prefixes are refused)
 */
public record Ip(@JsonValue String text) implements Comparable<Ip> {
  static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .getIPv4AddressParametersBuilder()
          .allowLeadingZeros(false)
          .allow_inet_aton(false)
          .getParentBuilder()
          .toParams();

  private static final String STAND_IN = "198.51.100.255";
  private static final List<IPAddress> PRIVATE =
      Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7")
          .map(network -> new IPAddressString(network).getAddress().toPrefixBlock())
          .toList();

  // A plan asks for the same few addresses again and again.
  private static final Map<String, IPAddress> PARSED = new ConcurrentHashMap<>();

  /** Checks and keeps the canonical spelling. */
  public Ip {
    try {
      var address = new IPAddressString(text, STRICT).toAddress();
      text =
          isOne(address)
              ? address.toCanonicalString()
              : Invalid.value(
                  "'%s' is not one address: write it whole and without a prefix, as 10.0.0.10"
                      .formatted(text),
                  STAND_IN);
    } catch (AddressStringException e) {
      text =
          Invalid.value(
              "'%s' is not an address: write four decimal numbers without leading zeros, as 10.0.0.10, or an IPv6 address"
                  .formatted(text),
              STAND_IN);
    }
  }

  /** Whether a text is an address, for texts that nobody wrote into a plan. */
  static boolean isWritten(String text) {
    return isOne(new IPAddressString(text, STRICT).getAddress());
  }

  private static boolean isOne(IPAddress address) {
    return address != null && !address.isMultiple() && !address.isPrefixed();
  }

  /** An address as written. */
  public static Ip of(String text) {
    return new Ip(text);
  }

  IPAddress address() {
    return PARSED.computeIfAbsent(text, each -> new IPAddressString(each, STRICT).getAddress());
  }

  /** Whether it is an IPv4 address. */
  public boolean isV4() {
    return address().isIPv4();
  }

  /** Whether the other one is of the same family, IPv4 or IPv6. */
  public boolean isLike(Ip other) {
    return isV4() == other.isV4();
  }

  /**
   * Whether only a plan can know who has it: private IPv4 addresses and unique local IPv6 ones,
   * which nobody on the internet has.
   */
  public boolean isPrivate() {
    return PRIVATE.stream().anyMatch(network -> network.contains(address()));
  }

  /** The address {@code count} steps further on. */
  public Ip plus(long count) {
    return new Ip(address().increment(count).toCanonicalString());
  }

  /** This address as a network of its own: {@code /32}, or {@code /128}. */
  public Cidr host() {
    return Cidr.of(text + (address().isIPv4() ? "/32" : "/128"));
  }

  @Override
  public int compareTo(Ip other) {
    return address().compareTo(other.address());
  }

  @Override
  public String toString() {
    return text;
  }
}
