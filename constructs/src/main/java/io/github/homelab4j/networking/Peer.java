package io.github.homelab4j.networking;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.cilium.PolicySpec;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.MeshPlan;
import io.github.homelab4j.unit.Hostname;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The other side of traffic that a network policy allows. */
public sealed interface Peer {
  /** All pods of a namespace of this cluster. */
  static Peer namespace(NamespaceRef namespace) {
    return new Pods(PolicySpec.podsIn(namespace.name(), Map.of()));
  }

  /** The pods behind a Service of this cluster. */
  static Peer service(ServiceRef service) {
    return new Behind(service);
  }

  /**
   * All pods of a namespace of another cluster of the mesh; policies mean the own cluster unless
   * one is named.
   */
  static Peer namespace(MeshPlan cluster, NamespaceRef namespace) {
    return new Pods(PolicySpec.podsOf(cluster.cluster(), namespace.name()));
  }

  /** All pods of another cluster of the mesh. */
  static Peer cluster(MeshPlan cluster) {
    return new Pods(PolicySpec.podsOf(cluster.cluster()));
  }

  /** Everything in this cluster: all pods, and its machines. */
  static Peer cluster() {
    return new Entity("cluster");
  }

  /** What comes in through a Gateway of class {@code cilium}. */
  static Peer gateways() {
    return new Entity("ingress");
  }

  /** The Kubernetes API: as a client of webhooks, and as a server for controllers. */
  static Peer kubernetesApi() {
    return new Entity("kube-apiserver");
  }

  /** All nodes of the mesh; a pod's own node may always reach it. */
  static Peer nodes() {
    return new Entity("remote-node");
  }

  /** Whatever is outside the cluster. */
  static Peer world() {
    return new Entity("world");
  }

  /** A network outside the cluster. */
  static Peer network(Cidr network) {
    return new Network(network);
  }

  /**
   * Hosts outside the cluster by their names, which may begin with {@code *.}; for outgoing traffic
   * only.
   */
  static Peer hosts(Hostname... names) {
    if (names.length == 0) {
      throw new InvalidPropsException("a peer of hosts has no name: give at least one");
    }
    return new Hosts(Arrays.asList(names));
  }

  /**
   * Pods by labels.
   *
   * @param selector their labels, namespace and cluster
   */
  record Pods(LabelSelector selector) implements Peer {}

  /**
   * Pods behind a Service.
   *
   * @param service the Service
   */
  record Behind(ServiceRef service) implements Peer {
    LabelSelector selector() {
      return PolicySpec.podsIn(service.namespace(), service.selector());
    }
  }

  /**
   * What Cilium has a name of its own for.
   *
   * @param name the name
   */
  record Entity(String name) implements Peer {}

  /**
   * A network outside the cluster.
   *
   * @param network its addresses
   */
  record Network(Cidr network) implements Peer {}

  /**
   * Hosts outside the cluster.
   *
   * @param names their names
   */
  record Hosts(List<Hostname> names) implements Peer {
    /** Keeps its own copy. */
    public Hosts {
      names = List.copyOf(names);
    }
  }
}
