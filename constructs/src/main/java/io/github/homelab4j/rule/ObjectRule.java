package io.github.homelab4j.rule;

/** Rules of single objects: names, labels and fields that the API server checks. */
public enum ObjectRule implements Rule {
  /** Names are legal. */
  NAME_INVALID(
      About.error("names are those that the API server takes")
          .because("the API server refuses the object")
          .fix("use lower-case letters, digits and hyphens")
          .source("https://kubernetes.io/docs/concepts/overview/working-with-objects/names/")),
  /** Exemptions are needed. */
  EXEMPTION_STALE(
      About.error("an exemption is needed")
          .because("it would hide the next breach")
          .fix("remove it")
          .source("https://docs.kubelinter.io/#/configuring-kubelinter"));

  private final About about;

  ObjectRule(About about) {
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
