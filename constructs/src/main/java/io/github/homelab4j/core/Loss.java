package io.github.homelab4j.core;

/** What happens to a component when what a reference names is gone. */
public enum Loss {
  /** It stops working. */
  STOPS("stops"),
  /** A part of it fails: logins, backups. */
  DEGRADES("works in part"),
  /** It goes on as it is; changes and renewals do not reach it. */
  STALLS("goes on unchanged"),
  /** It has it in its settings; what that means is its own affair. */
  MENTIONS("has it in its settings");

  private final String words;

  Loss(String words) {
    this.words = words;
  }

  /** As said in a sentence. */
  public String words() {
    return words;
  }
}
