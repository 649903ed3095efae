package io.github.homelab4j.rule;

/** Rules of references: what is named is there, in the same cluster, and may be used. */
public enum ReferenceRule implements Rule {
  /** What is named exists. */
  REF_UNKNOWN(
      About.error("what an object names exists in its cluster")
          .because("the object waits for ever, or fails when it is used")
          .fix("pass a reference of its provider")
          .source("https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies")),
  /** What belongs to another cluster is not used. */
  REF_OTHER_CLUSTER(
      About.error("only what the mesh carries is used from another cluster")
          .because("it does not exist where it is used")
          .fix("take one of the own cluster")
          .source("https://docs.cilium.io/en/stable/network/clustermesh/services/")),
  /** What another cluster uses is exported. */
  REF_NOT_EXPORTED(
      About.error("what another cluster uses is exported")
          .because("without the annotation the mesh does not carry the Service")
          .fix("add it to the record that the stack exports")
          .source("https://docs.cilium.io/en/stable/network/clustermesh/services/")),
  /** Each kind has an installer. */
  CRD_NOT_PROVIDED(
      About.error("a component of the cluster installs the definition of each kind")
          .because("a dry run of the Kustomization fails and nothing of it is applied")
          .fix("compose the component that installs it")
          .source("https://github.com/fluxcd/kustomize-controller/issues/1194")),
  /** A kind has one installer. */
  CRD_TWICE(
      About.error("one component installs the definitions of an API group")
          .because("two releases put their versions over each other")
          .fix("keep one")
          .source("https://helm.sh/docs/chart_best_practices/custom_resource_definitions/"));

  private final About about;

  ReferenceRule(About about) {
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
