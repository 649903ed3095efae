package io.github.homelab4j.rule;

/** Rules of what Flux applies. */
public enum FluxRule implements Rule {
  /** A Kustomization has one maker. */
  KUSTOMIZATION_TWICE(
      About.error("a Kustomization has one maker")
          .because("each overwrites what the other applies")
          .fix("give one of the two another id")
          .source("https://github.com/fluxcd/kustomize-controller/issues/732")),
  /** Dependencies have no cycle. */
  FLUX_CYCLE(
      About.error("dependencies of Kustomizations have no cycle")
          .because(
              "no member is ever applied, and new commits of the whole source are noticed late")
          .fix("remove one of the references")
          .source("https://github.com/fluxcd/kustomize-controller/issues/1712")),
  /** An object has one owner. */
  OBJECT_TWICE(
      About.error("an object is applied by one Kustomization")
          .because("two of them write it in turn")
          .fix("emit it once")
          .source("https://github.com/fluxcd/kustomize-controller/issues/732")),
  /** Tenants stay in their namespace. */
  TENANT_SCOPE(
      About.error("what a tenant applies stays in its namespace")
          .because("Flux applies it with the rights of that namespace and is refused")
          .fix("move the component, or do not make the namespace a tenant")
          .source(
              "https://fluxcd.io/flux/components/kustomize/kustomizations/#role-based-access-control")),
  /** Settings fit each other. */
  PROPS_INVALID(
      About.error("the settings of a component fit each other")
          .because("the component has no objects that would work")
          .fix("see the message")
          .source("https://fluxcd.io/flux/components/kustomize/kustomizations/")),
  /** Encrypted files are encrypted. */
  SOPS_INVALID(
      About.error("files of secrets/<cluster>/ are Secrets whose every value is encrypted")
          .because("a secret is readable in Git for ever")
          .fix("encrypt the file with sops")
          .source("https://fluxcd.io/flux/guides/mozilla-sops/"));

  private final About about;

  FluxRule(About about) {
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
