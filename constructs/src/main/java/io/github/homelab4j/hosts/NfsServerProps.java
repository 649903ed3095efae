package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HasHost;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.Cidr;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link NfsServer}. */
@Value.Immutable
public interface NfsServerProps extends HasHost {
  /** What it shares. */
  List<Export> exports();

  /**
   * A folder that is shared.
   *
   * @param path the folder, as {@code /tank/media}
   * @param clients the networks whose machines may mount it
   * @param readOnly whether nobody may write
   */
  record Export(String path, List<Cidr> clients, boolean readOnly) {}

  /** Each folder is shared once, with somebody, and has a path that needs no quotes. */
  @Value.Check
  default void check() {
    for (var export : exports()) {
      if (!export.path().matches("(/[A-Za-z0-9_.-]+)+")) {
        Invalid.setting(
            "'%s' is not a folder to share: give its absolute path in letters and digits"
                .formatted(export.path()));
      }
      if (export.clients().isEmpty()) {
        Invalid.setting(
            "%s is shared with no network, which NFS takes for everyone: name the networks that may mount it"
                .formatted(export.path()));
      }
    }
    if (exports().stream().map(Export::path).distinct().count() < exports().size()) {
      Invalid.setting(
          "exports %s name a folder twice: put all its networks into one"
              .formatted(exports().stream().map(Export::path).toList()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link NfsServerProps}. */
  final class Builder extends ImmutableNfsServerProps.Builder {}
}
