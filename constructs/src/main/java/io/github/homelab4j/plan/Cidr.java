package io.github.homelab4j.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.InvalidPropsException;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network: an address with a prefix length and no host bits.
 *
 * @param text the network, as {@code 10.25.11.0/24}
 * @throws InvalidPropsException when the text is not a network, or has host bits
 */
public record Cidr(@JsonValue String text) {
  private static final String STAND_IN = "198.51.100.255/32";
  private static final Map<String, IPAddress> PARSED = new ConcurrentHashMap<>();

  /** Checks for a prefix and for host bits. */
  public Cidr {
    try {
      var address = new IPAddressString(text, Ip.STRICT).toAddress();
      if (address == null || !address.isPrefixed()) {
        text =
            Invalid.value(
                "'%s' is not a network: add its prefix length, as 10.0.0.0/24".formatted(text),
                STAND_IN);
      } else {
        var canonical = address.toPrefixBlock().toCanonicalString();
        if (!canonical.equals(address.toCanonicalString())) {
          Invalid.setting("'%s' has host bits: did you mean %s?".formatted(text, canonical));
        }
        text = canonical;
      }
    } catch (AddressStringException e) {
      text =
          Invalid.value(
              "'%s' is not a network: write an address and a prefix length, as 10.0.0.0/24"
                  .formatted(text),
              STAND_IN);
    }
  }

  /** A network as written. */
  public static Cidr of(String text) {
    return new Cidr(text);
  }

  IPAddress block() {
    return PARSED.computeIfAbsent(
        text, each -> new IPAddressString(each, Ip.STRICT).getAddress().toPrefixBlock());
  }

  /** The prefix length. */
  public int prefix() {
    return block().getNetworkPrefixLength();
  }

  /** How many addresses it has. */
  public BigInteger size() {
    return block().getCount();
  }

  /**
   * The address {@code index} steps after the first: {@code nth(10)} of a service range is where
   * cluster DNS is expected.
   */
  public Ip nth(long index) {
    return new Ip(block().getLower().withoutPrefixLength().increment(index).toCanonicalString());
  }

  /** Whether its addresses are of IPv4. */
  public boolean isV4() {
    return block().isIPv4();
  }

  /** Whether all of the other one lies in it. */
  public boolean contains(Cidr other) {
    return block().contains(other.block());
  }

  /** Whether the address lies in it. */
  public boolean contains(Ip address) {
    return block().contains(address.address());
  }

  /** Whether the two share an address. */
  public boolean overlaps(Cidr other) {
    return block().contains(other.block()) || other.block().contains(block());
  }

  /** All its addresses. */
  public IpRange range() {
    return new IpRange(
        nth(0), new Ip(block().getUpper().withoutPrefixLength().toCanonicalString()));
  }

  @Override
  public String toString() {
    return text;
  }
}
