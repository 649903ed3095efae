package io.github.homelab4j.rule;

/** Rules of what runs outside Kubernetes. */
public enum HostRule implements Rule {
  /** A file of a machine has one maker. */
  HOST_FILE_TWICE(
      About.error("a file of a machine has one maker")
          .because("one would overwrite the other on the machine")
          .fix("merge the two components, or give one another path")
          .source("Experience")),
  /** The plan knows each machine that files are for. */
  HOST_UNKNOWN(
      About.error("files are for machines of the plan")
          .because("nobody else knows the machine: neither the address book nor the checks of it")
          .fix("return the machine from hosts() of the plan, or from nodes() of its cluster")
          .source("Experience"));

  private final About about;

  HostRule(About about) {
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
