package io.github.homelab4j.rule;

/** Rules of references: what is named is there, in the same cluster, and may be used. */
public enum ReferenceRule implements Rule {
  /** What is named exists. */
  REF_UNKNOWN(
      About.error("what an object names exists in its cluster")
          .because("the object waits for ever, or fails when it is used")
          .fix("pass a reference of its provider")
          .source("https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies")),
  /** What is named of a Secret or ConfigMap exists. */
  REF_KEY_UNKNOWN(
      About.error("a key that is named is in its Secret or ConfigMap")
          .because("the pod does not start, or reads nothing")
          .fix("name a key that is there, or add it to what makes the Secret")
          .source("https://kubernetes.io/docs/concepts/configuration/secret/")),
  /** What is named of a Service exists. */
  REF_PORT_UNKNOWN(
      About.error("a port that is named is one of its Service or pods")
          .because("connections are refused, and what is scraped is silently nothing")
          .fix("name a port that is there")
          .source("https://gateway-api.sigs.k8s.io/reference/spec/#backendref")),
  /** What is named of a Gateway exists. */
  REF_LISTENER_UNKNOWN(
      About.error("a route attaches to a listener that its Gateway has")
          .because("the route is not accepted, and its host name answers with an error")
          .fix("attach to one that is there")
          .source("https://gateway-api.sigs.k8s.io/reference/spec/#parentreference")),
  /** What is named across namespaces is granted. */
  REF_NOT_GRANTED(
      About.error("what a route or Gateway names in another namespace is granted there")
          .because("the Gateway answers 500, or has no certificate")
          .fix("add a ReferenceGrant in the namespace of what is named, or move it")
          .source("https://gateway-api.sigs.k8s.io/api-types/referencegrant/")),
  /** A listener takes routes of the namespace. */
  ROUTE_NOT_ALLOWED(
      About.error("a listener takes routes of the namespaces that attach to it")
          .because("the route is not accepted, and its host name answers with an error")
          .fix("let the listener take routes of the namespace")
          .source("https://gateway-api.sigs.k8s.io/reference/spec/#allowedroutes")),
  /** A selector selects something. */
  SELECTS_NOTHING(
      About.error("a selector selects something")
          .because(
              "a Service has no endpoints, a budget protects nobody, a policy lets everybody through, nothing is scraped")
          .fix("take the labels of what is meant")
          .source("https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/")),
  /** A namespace is meant. */
  NAMESPACE_UNDECLARED(
      About.error("an object is in a namespace that a component runs in or names")
          .because("a misspelt namespace is created, and what is in it is never used")
          .fix("compose something into the namespace, or correct its name")
          .source("https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/")),
  /** Twins of the mesh agree. */
  MESH_TWIN(
      About.error(
              "a Service without pods of its own has a global one of its name, namespace and ports in another cluster")
          .because("the mesh joins Services by name and ports: requests have no endpoint")
          .fix("export the Service there, and keep names, namespaces and ports alike")
          .source("https://docs.cilium.io/en/stable/network/clustermesh/services/")),
  /** Policies name clusters of the mesh. */
  MESH_CLUSTER_UNKNOWN(
      About.error("a policy names clusters of the mesh by their names in it")
          .because("it lets nobody through")
          .fix("take the name that the plan gives the cluster in the mesh")
          .source("https://docs.cilium.io/en/stable/network/clustermesh/policy/")),
  /** What another cluster uses is let through. */
  MESH_NOT_OPEN(
      About.error("a Service that another cluster uses lets that cluster's pods through")
          .because("a policy means the pods of its own cluster unless it names another")
          .fix("give the reference the labels of its pods, so that the policy is made")
          .source("https://docs.cilium.io/en/stable/network/clustermesh/policy/")),
  /** Stores of one name read one vault. */
  STORE_DIFFERS(
      About.error("secret stores of one name read one vault in all clusters")
          .because("an item that is used in two clusters has two values")
          .fix("let both read the same vault, or name them differently")
          .source("https://external-secrets.io/latest/api/clustersecretstore/")),
  /** What belongs to another cluster is not used. */
  REF_OTHER_CLUSTER(
      About.error("only what the mesh carries is used from another cluster")
          .because("it does not exist where it is used")
          .fix("take one of the own cluster")
          .source("https://docs.cilium.io/en/stable/network/clustermesh/services/")),
  /** What is used runs. */
  REF_SWITCHED_OFF(
      About.error("what runs refers to what runs")
          .because("nothing of a component that is switched off is written, so it is not there")
          .fix("switch it on, or switch off who refers to it")
          .source("https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies")),
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
