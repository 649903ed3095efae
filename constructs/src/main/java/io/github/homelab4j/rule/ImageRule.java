package io.github.homelab4j.rule;

import static io.github.homelab4j.rule.ToolCheck.kubeLinter;
import static io.github.homelab4j.rule.ToolCheck.kubeScore;
import static io.github.homelab4j.rule.ToolCheck.polaris;

/** Rules of images. */
public enum ImageRule implements Rule {
  /** Images have a tag that stays. */
  IMG_001(
      About.error("images have a tag that is not moved on, or a digest")
          .because("the same manifest runs something else tomorrow")
          .fix("name a released version")
          .source("https://kubernetes.io/docs/concepts/containers/images/#image-names")
          .tools(
              kubeLinter("latest-tag"),
              kubeScore("container-image-tag"),
              polaris("tagNotSpecified"))),
  /**
   * Images with a tag that stays have a digest too. Only counted: synthesis asks no registry, and
   * what keeps versions up to date can pin digests.
   */
  IMG_002(
      About.info("images have a digest")
          .because("a tag can be pushed again")
          .fix("let Renovate pin digests")
          .source("https://docs.renovatebot.com/docker/#digest-pinning")),
  /** Images come from registries of those who publish them, or from one of the homelab. */
  IMG_003(
      About.warning("images come from registries that publishers use")
          .because("anybody can run a registry")
          .fix("take the image of its publisher, or mirror it")
          .source("https://kubernetes.io/docs/concepts/containers/images/")),
  /**
   * Images are pulled when they are not there. Other tools ask for Always; a home with one uplink
   * restarts without it.
   */
  IMG_004(
      About.info("images with a tag or digest are pulled when they are not there")
          .because("a restart fails while the registry is out of reach")
          .fix("set imagePullPolicy: IfNotPresent")
          .source("https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy")
          .tools(kubeScore("container-image-pull-policy"), polaris("pullPolicyNotAlways")));

  private final About about;

  ImageRule(About about) {
    this.about = about;
  }

  @Override
  public String code() {
    return name().replace('_', '-');
  }

  @Override
  public About about() {
    return about;
  }
}
