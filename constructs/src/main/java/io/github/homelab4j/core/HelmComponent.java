package io.github.homelab4j.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.github.homelab4j.crd.flux.HelmRelease;
import io.github.homelab4j.crd.flux.HelmRepository;
import io.github.homelab4j.crd.flux.OCIRepository;
import io.github.homelab4j.kube.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * A component that comes as a Helm chart: subclasses give its {@link #values} as a record whose
 * names are the chart's keys, and what else they emit.
 */
public abstract class HelmComponent extends Component {
  private static final Map<String, String> KEPT =
      Map.of("kustomize.toolkit.fluxcd.io/prune", "disabled");

  private final HelmProps helmProps;

  /** Stores what it is given. */
  protected HelmComponent(Construct scope, String id, HelmProps props) {
    super(scope, id, props);
    this.helmProps = props;
  }

  /** The chart's values: a record, written in the order of its components. */
  protected abstract Object values();

  /** What the component emits beside its release; nothing by default. */
  @Override
  protected void define(Resources out) {}

  /** Patches on what the chart renders, for what it has no value for; none by default. */
  protected List<HelmRelease.Patch> patches() {
    return List.of();
  }

  /**
   * Whether data goes with the release: Flux then leaves it in the cluster when the component
   * leaves the stack. No by default.
   */
  protected boolean keepsData() {
    return false;
  }

  /** The name of the Helm release; the component's id. */
  protected String releaseName() {
    return id();
  }

  /** The chart's pin. */
  public final ChartPin chart() {
    return versions().chart(info().chart().isEmpty() ? info().name() : info().chart());
  }

  @Override
  final void emit(Resources out) {
    var pin = chart();
    var typed = values();
    References.visit(typed, this::name);
    var values = Json.tree(typed);
    helmProps.extraValues().entries().forEach(entry -> patch(values, entry));
    var from = new ArrayList<HelmRelease.ValuesFrom>();
    extract("", values, from);
    var meta = Meta.of(id(), targetNamespace());
    // The release gives up a little before its Kustomization does, so that the failure is told by
    // the one that knows why.
    var timeout = timeout().minusSeconds(30);
    var crds = installs().isEmpty() ? HelmRelease.Crds.OTHERS : HelmRelease.Crds.OWNED;
    var account =
        cluster()
            .filter(cluster -> cluster.isTenant(targetNamespace()))
            .map(cluster -> Cluster.TENANT_ACCOUNT);
    var releaseMeta = keepsData() ? Meta.annotated(id(), targetNamespace(), KEPT) : meta;
    out.add(
        HelmRelease.of(
            releaseMeta,
            pin,
            new HelmRelease.Release(
                releaseName(), timeout, crds, account, values, from, patches())));
    out.add(pin.oci() ? OCIRepository.of(meta, pin) : HelmRepository.of(meta, pin));
    define(out);
  }

  // Flux merges these into the values inside the cluster, so no secret passes through here.
  private static void extract(String path, JsonNode node, List<HelmRelease.ValuesFrom> from) {
    if (node instanceof ObjectNode object) {
      var names = new ArrayList<String>();
      object.fieldNames().forEachRemaining(names::add);
      for (var name : names) {
        var child = object.get(name);
        var at = path.isEmpty() ? escape(name) : path + "." + escape(name);
        if (child instanceof POJONode pojo && pojo.getPojo() instanceof SecretKeyRef key) {
          from.add(HelmRelease.ValuesFrom.secret(key.secret().name(), key.key(), at));
          object.remove(name);
        } else {
          extract(at, child, from);
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof POJONode) {
          throw new InvalidPropsException(
              "a secret stands in the list %s of chart values, which Flux cannot fill: use the chart's own existing-secret key"
                  .formatted(path));
        }
        extract("%s[%s]".formatted(path, i), array.get(i), from);
      }
    }
  }

  private static String escape(String key) {
    return key.replace(".", "\\.");
  }

  private static void patch(ObjectNode values, ValuesPatch.Entry entry) {
    var keys = entry.keys();
    var node = values;
    for (var key : keys.subList(0, keys.size() - 1)) {
      node = node.get(key) instanceof ObjectNode child ? child : node.putObject(key);
    }
    var last = keys.get(keys.size() - 1);
    if (entry.value() instanceof SecretKeyRef secret) {
      node.putPOJO(last, secret);
    } else {
      node.set(last, Json.value(entry.value()));
    }
  }
}
