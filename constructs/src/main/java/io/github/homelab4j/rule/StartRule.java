package io.github.homelab4j.rule;

/** Rules of the order in which a homelab starts. */
public enum StartRule implements Rule {
  /** Nothing waits for itself before it has ever run. */
  BOOTSTRAP_CYCLE(
      About.error("nothing needs itself to start, over whatever is in between")
          .because(
              "the homelab runs as long as it runs, and never comes back after everything was off")
          .fix("take one of the references away, or give it something that is there before")
          .source("Experience")),
  /** What is installed before Flux does without it. */
  BOOTSTRAP_NEEDS_FLUX(
      About.error("what is installed before Flux can be installed without it")
          .because("only Flux's controllers fetch it, fill in its values or patch it")
          .fix(
              "take the value from a Secret that the chart reads itself, or let Flux install the component")
          .source("https://fluxcd.io/flux/components/helm/helmreleases/#values")),
  /** A level of startup does not need a later one. */
  START_LEVEL(
      About.error("no component needs one of a later level of startup")
          .because("the levels are started in their order, and it would wait for what is not there")
          .fix("move one of the two to another level, or take the reference away")
          .source("Experience"));

  private final About about;

  StartRule(About about) {
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
