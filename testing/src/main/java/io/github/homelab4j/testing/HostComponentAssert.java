package io.github.homelab4j.testing;

import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFile;
import io.github.homelab4j.plan.Machine;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** What a host component writes. */
public final class HostComponentAssert extends AbstractAssert<HostComponentAssert, HostComponent> {
  HostComponentAssert(HostComponent actual) {
    super(actual, HostComponentAssert.class);
  }

  /**
   * Steps into the text of one of its files; fails with a list of what there is when it is absent.
   */
  public AbstractStringAssert<?> file(Machine machine, String path) {
    return Assertions.assertThat(find(machine, path).text()).as(path);
  }

  /** Fails when a file is not of a kind: it would be checked as something else. */
  public HostComponentAssert hasKind(Machine machine, String path, FileKind kind) {
    Assertions.assertThat(find(machine, path).kind()).as(path).isEqualTo(kind);
    return this;
  }

  /** Fails when it writes a file of this path. */
  public HostComponentAssert writesNo(Machine machine, String path) {
    var output = new HostFile(machine, path, FileKind.SHELL, "").output();
    Assertions.assertThat(actual.files()).extracting(HostFile::output).doesNotContain(output);
    return this;
  }

  private HostFile find(Machine machine, String path) {
    isNotNull();
    var output = new HostFile(machine, path, FileKind.SHELL, "").output();
    return actual.files().stream()
        .filter(file -> file.output().equals(output))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "Expecting %s to write %s, but it writes %s"
                        .formatted(
                            actual.id(),
                            output,
                            actual.files().stream().map(HostFile::output).toList())));
  }
}
