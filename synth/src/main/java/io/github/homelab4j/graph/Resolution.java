package io.github.homelab4j.graph;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Homelab;
import java.util.List;

/**
 * A homelab, resolved.
 *
 * @param homelab what was resolved
 * @param clusters what its clusters are made of
 * @param findings what does not fit
 * @param jsiiCalls calls into jsii so far
 */
public record Resolution(
    Homelab homelab, List<ClusterModel> clusters, List<Finding> findings, int jsiiCalls) {}
