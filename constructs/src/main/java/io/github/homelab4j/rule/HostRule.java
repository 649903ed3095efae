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
          .source("Experience")),
  /** A disk holds what it promised. */
  SPACE_OVERCOMMITTED(
      About.warning("a disk has room for all that it promised to others")
          .because(
              "thin volumes take room as they are written to; once the disk is full, all of them fail at once")
          .fix(
              "make the volumes smaller, enlarge the disk, or exempt it with how its use is watched")
          .source("https://man7.org/linux/man-pages/man7/lvmthin.7.html"));

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
