package io.github.homelab4j.rule;

import static io.github.homelab4j.rule.ToolCheck.kubeLinter;
import static io.github.homelab4j.rule.ToolCheck.kubeScore;
import static io.github.homelab4j.rule.ToolCheck.polaris;

/** Rules of single objects: names, labels and fields that the API server checks. */
public enum ObjectRule implements Rule {
  /** Names are legal. */
  NAME_INVALID(
      About.error(
              "names are those that the API server takes, and leave room for what is appended to them")
          .because("the API server refuses the object, or never gets the pods that it makes")
          .fix("use lower-case letters, digits and hyphens")
          .source("https://kubernetes.io/docs/concepts/overview/working-with-objects/names/")),
  /** Nothing is left to chance. */
  NAMESPACE_DEFAULT(
      About.error("nothing is in namespace default")
          .because(
              "rights, network policies and Pod Security of that namespace are nobody's, and what has no namespace ends there by accident")
          .fix("give it the component's namespace")
          .source(
              "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces")
          .tools(kubeLinter("use-namespace"))),
  /** The system's namespace is the system's. */
  NAMESPACE_SYSTEM(
      About.error("only components that belong there are in kube-system")
          .because(
              "what runs there is trusted like the control plane, and is not confined by Pod Security")
          .fix("move it to a namespace of its own")
          .source(
              "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces")),
  /** Labels are legal. */
  LABEL_INVALID(
      About.error(
              "keys and values of labels, and keys of annotations, are those that the API server takes")
          .because("the API server refuses the object, or never gets the pods that it makes")
          .fix("use at most 63 letters, digits, hyphens, underscores and dots")
          .source(
              "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set")
          .tools(kubeScore("label-values"))),
  /** Pods say what they are. */
  LABELS_RECOMMENDED(
      About.info("pods carry the label app.kubernetes.io/name")
          .because("tools and network policies cannot tell what a pod is")
          .fix("add the label")
          .source(
              "https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/")
          .tools(polaris("metadataAndInstanceMismatched"))),
  /** API versions are current. */
  API_VERSION_OLD(
      About.error("no API version is deprecated or removed")
          .because("the API server of the cluster does not know it, or the next one does not")
          .fix("use the version that replaces it")
          .source("https://kubernetes.io/docs/reference/using-api/deprecation-guide/")
          .tools(kubeLinter("no-extensions-v1beta"), kubeScore("stable-version"))),
  /** A workload selects its own pods. */
  SELECTOR_MISMATCH(
      About.error("the selector of a workload selects the pods of its template")
          .because("the API server refuses the object")
          .fix("copy the template's labels")
          .source("https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector")
          .tools(
              kubeLinter("mismatching-selector"),
              kubeScore("deployment-pod-selector-labels-match-template-metadata-labels"),
              kubeScore("statefulset-pod-selector-labels-match-template-metadata-labels"))),
  /** Numbers of copies are legal. */
  REPLICAS_INVALID(
      About.error(
              "numbers of copies are whole and not negative, and a range of them is not reversed")
          .because("the API server or the operator refuses the object")
          .fix("write a number from 0")
          .source(
              "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas")),
  /** A budget says one thing. */
  BUDGET_INVALID(
      About.error("a disruption budget says either how many pods stay or how many may go")
          .because(
              "the API server refuses one that says both, and one that says neither keeps nothing")
          .fix("keep one of the two fields")
          .source("https://kubernetes.io/docs/tasks/run-application/configure-pdb/")),
  /** Variables are set once. */
  ENV_TWICE(
      About.error("a container sets each variable once")
          .because("the last one wins, and both are gone once one of them is removed")
          .fix("remove one of the two")
          .source("https://github.com/kubernetes/kubernetes/issues/58477")
          .tools(
              kubeLinter("duplicate-env-var"), kubeScore("environment-variable-key-duplication"))),
  /** Parts of a pod have names of their own. */
  PART_TWICE(
      About.error("containers, volumes, named ports and mount paths of a pod are there once")
          .because("the API server refuses the pod")
          .fix("rename or remove one of the two")
          .source(
              "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/")),
  /** Mounts have a volume. */
  VOLUME_UNKNOWN(
      About.error("a container mounts volumes of its pod")
          .because("the API server refuses the pod")
          .fix("add the volume, or name one that is there")
          .source("https://kubernetes.io/docs/concepts/storage/volumes/#background")),
  /** What several machines mount, several machines can. */
  ACCESS_MODE(
      About.error("ReadWriteMany is asked of storage that several machines can mount at a time")
          .because("the volume is never made, and the pod waits for it for ever")
          .fix("ask for ReadWriteOnce, or take a class of shared volumes")
          .source("https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes")),
  /** Ports are legal. */
  PORT_INVALID(
      About.error(
              "ports are from 1 to 65535, node ports in their range, names of ports short, and each is there once; probes name those of their container")
          .because("the API server refuses the object")
          .fix("take a number or a name that is free and legal")
          .source(
              "https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports")),
  /** Quantities are legal. */
  QUANTITY_INVALID(
      About.error("amounts of CPU, memory and storage are quantities")
          .because("the API server refuses the object")
          .fix("write a number with a unit, as 500m, 2, 512Mi or 10Gi")
          .source(
              "https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/")),
  /** Quantities have the unit that was meant. */
  QUANTITY_UNIT(
      About.error(
              "amounts of memory and storage are in mebibytes or more, those of CPU are below 256")
          .because(
              "m of memory is a thousandth of a byte, and a CPU without m is a whole one: no machine runs the pod")
          .fix("write the unit, as 64Mi of memory or 500m of CPU")
          .source(
              "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory")),
  /** A request fits its limit. */
  REQUEST_ABOVE_LIMIT(
      About.error("no request is above its limit")
          .because("the API server refuses the pod")
          .fix("raise the limit or lower the request")
          .source(
              "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#requests-and-limits")),
  /** Schedules are legal. */
  CRON_INVALID(
      About.error("schedules are those of Go's cron, and their time zone exists")
          .because("the API server or the operator refuses the object, or the job never runs")
          .fix("write minute hour day month weekday")
          .source(
              "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax")),
  /** Durations are legal. */
  DURATION_INVALID(
      About.error("durations have the form that their reader takes")
          .because("the API server or the operator refuses the object")
          .fix("write hours, minutes and seconds, as 1h30m")
          .source("https://pkg.go.dev/time#ParseDuration")),
  /** Host names are legal. */
  HOSTNAME_INVALID(
      About.error("host names of routes, listeners and certificates are DNS names")
          .because("the API server refuses the object, or no certificate is issued")
          .fix("write lower-case labels, with an asterisk as the first at most")
          .source("https://gateway-api.sigs.k8s.io/reference/spec/#hostname")),
  /** Addresses are legal. */
  ADDRESS_INVALID(
      About.error("addresses and networks are written whole")
          .because("the API server refuses the object, or takes another address")
          .fix("write four decimal numbers without leading zeros, or an IPv6 address")
          .source("https://datatracker.ietf.org/doc/html/rfc6943#section-3.1.1")),
  /** Keys are legal. */
  DATA_INVALID(
      About.error("keys of ConfigMaps are file names")
          .because("the API server refuses the object")
          .fix("rename the key")
          .source("https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object")),
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
