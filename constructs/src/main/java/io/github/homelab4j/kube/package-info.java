/**
 * What fabric8's Kubernetes model lacks: a base for typed custom resources, and short forms of what
 * components emit often.
 */
package io.github.homelab4j.kube;
