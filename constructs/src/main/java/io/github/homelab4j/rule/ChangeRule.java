package io.github.homelab4j.rule;

/**
 * Rules of what a run changes of the tree that was written before it: what a cluster cannot take
 * over in place. A change that is meant is acknowledged where the component is composed: {@code
 * component.exempt(ChangeRule.FIELD_IMMUTABLE, "the pool is empty yet")}; once it was made, that
 * line may stay or go.
 */
public enum ChangeRule implements Rule {
  /** Fields that never change stay. */
  FIELD_IMMUTABLE(
      About.error("a field that cannot be changed in place stays as it was written before")
          .because(
              "the API server or an operator refuses the object and with it everything of its Kustomization, or does nothing without a word")
          .fix("name a new object, or replace the old one by hand and exempt the component")
          .source("https://github.com/fluxcd/flux2/issues/3032")),
  /** A release stays the release that it is. */
  RELEASE_REPLACED(
      About.error("name, namespaces and chart of a Helm release stay as they were written before")
          .because(
              "Flux uninstalls the release with the volumes that belong to it, and installs an empty one")
          .fix("keep them, or back up what it holds and exempt the component")
          .source(
              "fluxcd/helm-controller@00785fbfa3cbcb33d3f0ca3c5a0827a79816a26e:internal/action/verify.go")),
  /** A component stays in its namespace. */
  NAMESPACE_CHANGED(
      About.error("objects of a component stay in the namespace that they were written to before")
          .because(
              "an object cannot move: Flux makes an empty one in the new namespace and prunes the old one, unless that holds data, which then stays behind")
          .fix("keep the namespace, or move the data by hand and exempt the component")
          .source("https://fluxcd.io/flux/components/kustomize/kustomizations/#prune")),
  /** An object stays with its Kustomization. */
  OWNER_CHANGED(
      About.error("an object stays with the Kustomization that applied it before")
          .because(
              "the old Kustomization prunes the object if it is reconciled before the new one took it over")
          .fix("let it keep its component, or exempt the component that takes it over")
          .source("https://fluxcd.io/flux/components/kustomize/kustomizations/#prune"));

  private final About about;

  ChangeRule(About about) {
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

  @Override
  public boolean isMomentary() {
    return true;
  }
}
