package io.github.homelab4j.core;

/**
 * A key-value engine (version 2) of HashiCorp Vault, and the login with which one cluster reads it.
 *
 * @param url where Vault answers, as {@code https://10.0.0.11:8200}
 * @param engine the mount of the key-value engine
 * @param login the mount of Vault's Kubernetes login for the cluster
 * @param role the role that Vault gives to External Secrets there
 * @param provider who runs Vault
 */
public record VaultRef(String url, String engine, String login, String role, Provider provider)
    implements Ref {
  @Override
  public Loss loss() {
    return Loss.STALLS;
  }

  @Override
  public String describe() {
    return "engine %s of Vault %s".formatted(engine, url);
  }

  @Override
  public String without() {
    return "secrets are not read anew, and new ones are not made";
  }
}
