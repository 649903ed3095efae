package io.github.homelab4j.core;

/** The field that a component belongs to; the name of its package. */
public enum Domain {
  /** Cluster networks, load balancing, network policies. */
  NETWORKING,
  /** Name resolution in and for clusters. */
  DNS,
  /** Gateways and what routes to them. */
  INGRESS,
  /** Service meshes. */
  MESH,
  /** Volumes. */
  STORAGE,
  /** Copies to restore from. */
  BACKUP,
  /** Databases. */
  DATABASE,
  /** Redis-compatible caches. */
  CACHE,
  /** Brokers. */
  MESSAGING,
  /** Metrics, logs, traces, dashboards and alerts. */
  OBSERVABILITY,
  /** Workload identity, scanning, runtime security. */
  SECURITY,
  /** Logins of people. */
  IDENTITY,
  /** Secrets from outside the cluster. */
  SECRETS,
  /** TLS certificates. */
  CERTIFICATES,
  /** What reconciles clusters from Git. */
  GITOPS,
  /** Runners of pipelines. */
  CICD,
  /** Container registries and mirrors. */
  REGISTRY,
  /** Applications. */
  APPS,
  /** What runs outside Kubernetes. */
  HOSTS
}
