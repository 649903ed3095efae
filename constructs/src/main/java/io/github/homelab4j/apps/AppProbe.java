package io.github.homelab4j.apps;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A question that the kubelet asks an {@link Application} again and again.
 *
 * @param path the path of a request by HTTP; just a connection when there is neither it nor a
 *     command
 * @param command a program in the container that has to succeed
 * @param port the name of the port; the first when there is none
 * @param every how often; 10 seconds unless told otherwise
 * @param failures after how many wrong answers it counts; 3 unless told otherwise
 */
public record AppProbe(
    Optional<String> path,
    List<String> command,
    Optional<String> port,
    Duration every,
    int failures) {
  private static final Duration USUAL = Duration.ofSeconds(10);
  private static final int PATIENCE = 3;

  /** Keeps its own copy. */
  public AppProbe {
    command = List.copyOf(command);
  }

  /** A request for a path, which has to be answered with success. */
  public static AppProbe http(String path) {
    return new AppProbe(Optional.of(path), List.of(), Optional.empty(), USUAL, PATIENCE);
  }

  /** A connection. */
  public static AppProbe tcp() {
    return new AppProbe(Optional.empty(), List.of(), Optional.empty(), USUAL, PATIENCE);
  }

  /** A program in the container. */
  public static AppProbe command(String... words) {
    return new AppProbe(Optional.empty(), List.of(words), Optional.empty(), USUAL, PATIENCE);
  }

  /** At a port by its name. */
  public AppProbe on(String name) {
    return new AppProbe(path, command, Optional.of(name), every, failures);
  }

  /** So often. */
  public AppProbe every(Duration time) {
    return new AppProbe(path, command, port, time, failures);
  }

  /** Counting after so many wrong answers. */
  public AppProbe failures(int count) {
    return new AppProbe(path, command, port, every, count);
  }

  Probe model(ApplicationProps props) {
    var probe =
        new ProbeBuilder()
            .withPeriodSeconds((int) every.toSeconds())
            .withFailureThreshold(failures);
    if (!command.isEmpty()) {
      return probe.withNewExec().withCommand(command).endExec().build();
    }
    var at = new IntOrString(port.orElseGet(() -> props.ports().get(0).name()));
    return path.map(
            request -> probe.withNewHttpGet().withPath(request).withPort(at).endHttpGet().build())
        .orElseGet(() -> probe.withNewTcpSocket().withPort(at).endTcpSocket().build());
  }
}
