package io.github.homelab4j.rule;

import static io.github.homelab4j.rule.ToolCheck.kubeLinter;
import static io.github.homelab4j.rule.ToolCheck.polaris;

/** Rules of secrets: their values are in a store, or encrypted, and never in the output. */
public enum SecretRule implements Rule {
  /** Nothing that looks like a credential. */
  SECRET_IN_TEXT(
      About.error("no text of the output is a password, a token or a private key")
          .because("it is readable in Git for ever, by whoever reads the repository")
          .fix("put it into the secret store, pass its item, and revoke what was committed")
          .source("https://github.com/gitleaks/gitleaks")
          .tools(
              kubeLinter("env-var-secret"),
              polaris("sensitiveContainerEnvVar"),
              polaris("sensitiveConfigmapContent"))),
  /** No Secret with values. */
  SECRET_WITH_VALUES(
      About.error("no Secret holds values, unless SOPS encrypted it")
          .because("base64 hides nothing, and the values are readable in Git for ever")
          .fix("make it an ExternalSecret, or an encrypted file in secrets/<cluster>/")
          .source("https://fluxcd.io/flux/guides/mozilla-sops/"));

  private final About about;

  SecretRule(About about) {
    this.about = about;
  }

  @Override
  public String code() {
    return name();
  }

  @Override
  public About about() {
    return about;
  }
}
