package io.github.homelab4j.core;

import io.github.homelab4j.plan.Machine;
import java.util.LinkedHashMap;
import java.util.List;
import software.constructs.Construct;

/**
 * What runs outside Kubernetes: typed props in, configuration files out. It stands in the stack of
 * the cluster that relies on it, takes references and hands them out like any component; Flux does
 * not know of it, the plan's machines, the bootstrap and the impact of a failure do.
 */
public abstract class HostComponent extends Component {
  private List<HostFile> files;

  /** Stores what it is given. */
  protected HostComponent(Construct scope, String id, HostProps props) {
    super(scope, id, props);
  }

  /** The machines it runs on, the first being where others reach it. */
  public List<? extends Machine> machines() {
    if (props() instanceof HasHost one) {
      return List.of(one.host());
    }
    throw new IllegalStateException(
        "%s does not say where it runs: override machines(), or let its settings extend HasHost"
            .formatted(id()));
  }

  /** What brings it up, in order; nothing by default, where its files are all there is to do. */
  public List<BringUp> bringUp() {
    return List.of();
  }

  /** What else it takes to run on a machine: packages, units, commands; nothing by default. */
  public HostSetup setup(Machine machine) {
    return HostSetup.NOTHING;
  }

  /** Adds its files. A comment that names its class is put before each. */
  protected abstract void define(HostFiles out);

  /** Its files, in the order in which they were added; the same list at each call. */
  public final List<HostFile> files() {
    if (files == null) {
      var out = new HostFiles();
      define(out);
      var paths = new LinkedHashMap<String, HostFile>();
      for (var file : out.files()) {
        if (paths.put(file.output(), file) != null) {
          throw new IllegalStateException("%s writes %s twice".formatted(id(), file.output()));
        }
      }
      files = paths.values().stream().map(file -> file.from(getClass())).toList();
    }
    return files;
  }

  /** Nothing: Kubernetes does not run it. */
  @Override
  protected final void define(Resources out) {}
}
