package io.github.homelab4j.write;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes by which files are listed as written. */
public final class Sha256 {
  // Finding one anew costs as much as hashing a small file with it.
  private static final ThreadLocal<MessageDigest> DIGEST =
      ThreadLocal.withInitial(Sha256::newDigest);

  private Sha256() {}

  /** The hash of a content, as {@code sha256sum} prints it. */
  public static String of(byte[] content) {
    return HexFormat.of().formatHex(DIGEST.get().digest(content));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
