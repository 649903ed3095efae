package io.github.homelab4j.check.secret;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Secrets that are told by their form alone. */
enum Tokens {
  PRIVATE_KEY(
      "a private key",
      "-----BEGIN[A-Z0-9 ]* PRIVATE KEY(?: BLOCK)?-----([\\s\\S]{16,})",
      "PRIVATE KEY"),
  AGE("a private key of age", "AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]{58,}", "AGE-SECRET-KEY-"),
  JWT("a JSON web token", "eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.[\\w-]{10,}", "eyJ"),
  ONE_PASSWORD("a token of 1Password", "ops_eyJ[\\w+/=-]{50,}", "ops_"),
  GITHUB(
      "a token of GitHub",
      "gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\\w{22,}",
      "ghp_",
      "gho_",
      "ghu_",
      "ghs_",
      "ghr_",
      "github_pat_"),
  GITLAB(
      "a token of GitLab",
      "gl(?:pat|dt|rt|ptt|oas|ft|soat|cbt|agent|imt)-[\\w.-]{20,}",
      "glpat-",
      "gldt-",
      "glrt-",
      "glptt-",
      "gloas-",
      "glft-",
      "glsoat-",
      "glcbt-",
      "glagent-",
      "glimt-"),
  GRAFANA("a token of Grafana", "gl(?:sa|c)_[A-Za-z0-9+/=_]{32,}", "glsa_", "glc_"),
  VAULT("a token of Vault", "(?<!\\w)hv[sbr]\\.[\\w-]{24,}", "hvs.", "hvb.", "hvr."),
  CLOUDFLARE("a key of Cloudflare", "v1\\.0-[a-f0-9]{24}-[a-f0-9]{146}", "v1.0-"),
  SLACK(
      "a token of Slack",
      "xox[abeoprs]-[A-Za-z0-9-]{10,}|xapp-\\d-[A-Za-z0-9-]{10,}",
      "xox",
      "xapp-"),
  SLACK_HOOK(
      "a webhook of Slack",
      "hooks\\.slack\\.com/(?:services|workflows|triggers)/([\\w+/]{20,})",
      "hooks.slack.com"),
  DISCORD_HOOK(
      "a webhook of Discord",
      "discord(?:app)?\\.com/api/webhooks/\\d{15,}/([\\w-]{50,})",
      "/api/webhooks/"),
  DISCORD("a token of Discord", "(?<![\\w-])[MNO][\\w-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,}", "."),
  TELEGRAM("a token of Telegram", "(?<!\\d)\\d{8,10}:A[\\w-]{34}(?![\\w-])", ":A"),
  AWS(
      "an access key of AWS",
      "(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Z0-9])",
      "AKIA",
      "ASIA",
      "ABIA",
      "ACCA"),
  TAILSCALE("a key of Tailscale", "tskey-[a-z]+-[A-Za-z0-9-]{16,}", "tskey-"),
  REGISTRY(
      "a token of a registry",
      "(?:npm_[A-Za-z0-9]{36}|dckr_pat_[\\w-]{20,}|pypi-[\\w-]{50,})",
      "npm_",
      "dckr_pat_",
      "pypi-"),
  GOOGLE("a key of Google", "AIza[\\w-]{35}", "AIza"),
  SENDGRID("a key of SendGrid", "SG\\.[\\w-]{20,24}\\.[\\w-]{39,50}", "SG."),
  OPENAI("a key of a language model", "(?<![\\w-])sk-(?:ant-|proj-|svcacct-)?[\\w-]{32,}", "sk-"),
  HASH(
      "a hash of a password",
      "\\$(?:2[abxy]\\$\\d\\d|apr1|1|5|6|y|argon2id?)\\$[./\\w$=,+]{20,}",
      "$2",
      "$apr1$",
      "$1$",
      "$5$",
      "$6$",
      "$y$",
      "$argon2"),
  HEADER(
      "a password or token in a header",
      "(?i)\\b(?:basic|bearer) +([\\w+/=.~-]{16,})",
      "asic ",
      "earer ",
      "ASIC ",
      "EARER "),
  URL(
      "a password in an address",
      "[a-zA-Z][a-zA-Z0-9+.-]*://[^\\s/:@'\"]*:([^\\s/@'\"]{3,})@",
      "://");

  private static final List<Tokens> TOKENS = List.of(values());
  private static final long ALL = (1L << TOKENS.size()) - 1;

  private final String what;
  private final Pattern pattern;
  private final List<String> hints;

  Tokens(String what, String pattern, String... hints) {
    this.what = what;
    this.pattern = Pattern.compile(pattern);
    this.hints = List.of(hints);
  }

  /** Words of which a text with such a token has one at least. */
  List<String> hints() {
    return hints;
  }

  /** Tells in a {@link Glance} that a text has one of the hints. */
  long mark() {
    return 1L << ordinal();
  }

  // What a text must have besides a hint, where hints are found often.
  private long needs() {
    return switch (this) {
      case DISCORD -> mark() | Glance.LONG_RUN;
      case URL -> mark() | Glance.AT;
      default -> mark();
    };
  }

  /** All in a text. */
  static void each(String text, long seen, Consumer<Hit> found) {
    if ((seen & ALL) != 0) {
      for (var token : TOKENS) {
        if (Glance.has(seen, token.needs())) {
          token.find(text, found);
        }
      }
    }
  }

  private void find(String text, Consumer<Hit> found) {
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      var secret = matcher.group(matcher.groupCount());
      // "Basic authentication" is no header.
      if (!Words.isPlaceholder(secret) && (this != HEADER || !Words.isName(secret))) {
        found.accept(new Hit(what, secret));
      }
    }
  }
}
