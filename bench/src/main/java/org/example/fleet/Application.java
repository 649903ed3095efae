package org.example.fleet;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.AppLabels;
import java.util.Map;
import software.constructs.Construct;

/** An application: a Helm release, and programs with what belongs to them. */
@ComponentInfo(
    name = "application",
    domain = Domain.APPS,
    upstream = "https://example.org",
    namespace = "default",
    chart = "grafana")
public final class Application extends HelmComponent {
  /** Where its programs listen. */
  static final int PORT = 8080;

  private final ApplicationProps props;

  /** Stores its settings. */
  public Application(Construct scope, String id, ApplicationProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Where others ask it. */
  public ServiceRef service() {
    return ServiceRef.providedBy(this, id(), PORT, pods(3));
  }

  @Override
  protected ApplicationValues values() {
    return ApplicationValues.of(words(0), props.retries());
  }

  @Override
  protected void define(Resources out) {
    // The release and its source are two.
    for (int i = 2; i < props.objects(); i++) {
      out.add(object(i));
    }
  }

  // A program comes after the settings that it reads, a release after its source.
  private HasMetadata object(int number) {
    return switch (number) {
      case 3, 7, 10, 15, 19 -> Programs.named(name(number), this, number, words(number));
      case 4 -> Links.service(this, pods(3), PORT);
      case 5 -> Links.policy(this, PORT);
      case 8, 16 -> Alerts.named(name(number), this, words(number));
      case 11, 17 -> Monitors.named(name(number), this, words(number));
      case 12 -> Releases.source(name(13), this);
      case 13 -> Releases.release(name(13), this, words(13));
      default -> Settings.named(name(number), this, words(number));
    };
  }

  /** The labels of the pods of a program. */
  Map<String, String> pods(int number) {
    return AppLabels.of("program-%s".formatted(number), id());
  }

  /** What it asks, as a URL. */
  String asks() {
    return props.asks().map(ServiceRef::http).orElse("");
  }

  /** The name of one of its objects. */
  String name(int number) {
    return "%s-%s".formatted(id(), number);
  }

  private Words words(int number) {
    return new Words(path() + "/" + number);
  }
}
