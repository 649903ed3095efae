/** Custom resources of the VictoriaMetrics operator ({@code operator.victoriametrics.com}). */
@Props
package io.github.homelab4j.crd.victoriametrics;

import io.github.homelab4j.core.Props;
