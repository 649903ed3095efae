package io.github.homelab4j.rule;

import static io.github.homelab4j.rule.ToolCheck.kubeLinter;
import static io.github.homelab4j.rule.ToolCheck.polaris;

/** Rules of what may be asked of the Kubernetes API. */
public enum AccessRule implements Rule {
  /** Pods get a token only if they talk to the API. */
  RBAC_001(
      About.warning("pods that ask nothing of the Kubernetes API get no token for it")
          .because("an intruder in the pod speaks for its account")
          .fix("set automountServiceAccountToken: false")
          .source("https://kubernetes.io/docs/concepts/security/rbac-good-practices/")
          .tools(polaris("automountServiceAccountToken"))),
  /** What talks to the API has its own account. */
  RBAC_002(
      About.warning("pods that talk to the Kubernetes API have a service account of their own")
          .because("rights that one of them needs are given to all pods of the namespace")
          .fix("name one in serviceAccountName")
          .source("https://kubernetes.io/docs/concepts/security/rbac-good-practices/")
          .tools(kubeLinter("default-service-account"))),
  /** Nobody gets all rights. */
  RBAC_003(
      About.error("nobody is bound to cluster-admin")
          .because("who takes over that account has the cluster")
          .fix("bind a role with just the rights that are needed")
          .source("https://kubernetes.io/docs/concepts/security/rbac-good-practices/")
          .tools(
              kubeLinter("cluster-admin-role-binding"),
              polaris("clusterrolebindingClusterAdmin"),
              polaris("rolebindingClusterAdminClusterRole"))),
  /** Roles name what they allow. */
  RBAC_004(
      About.error("roles have no * among verbs, resources and API groups")
          .because("the role grows with each definition that is installed")
          .fix("name them")
          .source("https://kubernetes.io/docs/concepts/security/rbac-good-practices/")
          .tools(kubeLinter("wildcard-in-rules"))),
  /** Nobody reads all Secrets. */
  RBAC_005(
      About.error("roles that read Secrets name them")
          .because("one account reads the credentials of all others")
          .fix("add resourceNames")
          .source("https://kubernetes.io/docs/concepts/security/rbac-good-practices/")
          .tools(kubeLinter("access-to-secrets"))),
  /** Nobody runs commands in pods. */
  RBAC_006(
      About.error("roles do not allow to run commands in pods")
          .because("it has the rights of each pod in reach")
          .fix("remove pods/exec and pods/attach")
          .source("https://kubernetes.io/docs/concepts/security/rbac-good-practices/")
          .tools(polaris("clusterrolePodExecAttach"), polaris("rolePodExecAttach"))),
  /** Nobody gives himself rights. */
  RBAC_007(
      About.error("roles do not allow to escalate, bind, impersonate, or change webhooks")
          .because("it has all rights with one more call")
          .fix("remove the verb")
          .source("https://kubernetes.io/docs/concepts/security/rbac-good-practices/")),
  /** Everybody gets nothing. */
  RBAC_008(
      About.error("no role is bound to anonymous, to all who are logged in, or to system:masters")
          .because(
              "everybody who reaches the API has it, and what system:masters has nobody can take away")
          .fix("bind an account of its own")
          .source("https://kubernetes.io/docs/concepts/security/rbac-good-practices/")),
  /** Pods are made by controllers. */
  RBAC_009(
      About.warning("roles do not allow to create pods")
          .because("a pod can mount any Secret of its namespace and take any account")
          .fix("let a controller of Kubernetes make them")
          .source("https://kubernetes.io/docs/concepts/security/rbac-good-practices/")
          .tools(kubeLinter("access-to-create-pods")));

  private final About about;

  AccessRule(About about) {
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
