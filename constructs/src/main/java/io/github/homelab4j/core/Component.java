package io.github.homelab4j.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.homelab4j.crd.externalsecrets.ExternalSecret;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.unit.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cdk8s.Chart;
import software.constructs.Construct;

/**
 * A part of a cluster: typed props in, Kubernetes objects out. A component is one cdk8s chart; its
 * objects are plain Java, so building one costs one call into jsii however many objects it has.
 *
 * <p>Subclasses only store in their constructor; {@link #define} is asked at synthesis.
 */
public abstract class Component extends Chart {
  // HelmReleases are named after their component, and Helm allows 53 characters.
  private static final Pattern ID = Pattern.compile("[a-z0-9]([-a-z0-9]{0,51}[a-z0-9])?");
  private static final String MONITORING = "monitoring.coreos.com";

  private final String id;
  private final ComponentProps props;
  private final ComponentInfo info;
  private final Cluster cluster;
  private final Origin origin = Origin.here();
  private final Map<String, SecretTemplate> secrets = new LinkedHashMap<>();
  private final List<Exemption> exemptions = new ArrayList<>();
  private final List<Component> predecessors = new ArrayList<>();
  private final Map<String, Ref> named = new LinkedHashMap<>();
  private List<Exemption> inherent;
  private List<HasMetadata> objects;
  private boolean made;

  /**
   * Stores what it is given.
   *
   * @param scope the cluster, or a construct within it
   * @param id its name in the cluster: folder, Kustomization and release are called so
   * @throws InvalidPropsException when the id is not a lower-case DNS label of at most 53
   *     characters
   */
  protected Component(Construct scope, String id, ComponentProps props) {
    super(Cdk8sRuntime.chart(scope, checked(scope, id)));
    this.id = id;
    this.props = props;
    this.info = getClass().getAnnotation(ComponentInfo.class);
    this.cluster = Cluster.of(scope);
    if (cluster != null) {
      cluster.register(this);
    }
  }

  // Before super: a constructor that fails later would leave a nameless chart in jsii's tree.
  private static String checked(Construct scope, String id) {
    if (scope instanceof Cluster cluster) {
      for (var other : cluster.components()) {
        if (other.id().equals(id)) {
          return Invalid.value(
              "cluster %s has a component '%s' already (%s): give this one another id"
                  .formatted(cluster.id(), id, other.origin()),
              "stand-in-" + cluster.components().size());
        }
      }
    }
    if (!ID.matcher(id).matches()) {
      return Invalid.value(
          "'%s' is not a component id: use at most 53 lower-case letters, digits and hyphens"
              .formatted(id),
          "stand-in-" + Integer.toHexString(id.hashCode()));
    }
    return id;
  }

  /** Its name in the cluster. */
  public final String id() {
    return id;
  }

  /** Cluster and id, as {@code infra/harbor}. */
  public final String path() {
    return cluster == null ? id : cluster.id() + "/" + id;
  }

  /** What is true of this component wherever it runs. */
  public final ComponentInfo info() {
    return info;
  }

  /** Its settings. */
  public final ComponentProps props() {
    return props;
  }

  /** The line of the stack that made it. */
  public final Origin origin() {
    return origin;
  }

  /** The cluster it is in; none when it stands in a plain cdk8s {@code App}. */
  public final Optional<Cluster> cluster() {
    return Optional.ofNullable(cluster);
  }

  /** The namespace it runs in. */
  public final String targetNamespace() {
    return props.namespace().map(NamespaceRef::name).orElse(info.namespace());
  }

  /** How long it may take to become ready. */
  public Duration timeout() {
    return Durations.parse(info.timeout());
  }

  /** The strictest Pod Security level that its pods pass. */
  public PodSecurity podSecurity() {
    return info.podSecurity();
  }

  /** API groups whose definitions it installs. */
  public Set<String> installs() {
    return new TreeSet<>(Arrays.asList(info.installs()));
  }

  /** API groups of other components that its chart or operator emits kinds of. */
  public Set<String> uses() {
    var groups = new TreeSet<>(Arrays.asList(info.uses()));
    if (props instanceof HasMetrics monitored && !monitored.metrics()) {
      groups.remove(MONITORING);
    }
    return groups;
  }

  /** What its chart or operator creates and others rely on. */
  public List<ChartFact> facts() {
    return List.of();
  }

  /** The pods that its chart runs, as far as they are known; rules judge them. */
  public List<ChartWorkload> workloads() {
    return List.of();
  }

  /**
   * Labels that namespaces carry because of it; none by default. Those that are there before Flux
   * cannot be labelled.
   */
  public List<NamespaceLabel> namespaceLabels() {
    return List.of();
  }

  /**
   * What an owner should know before relying on it, a sentence each: upstream's warnings and
   * lifecycle, what must be done by hand. For the README.
   */
  public List<String> notes() {
    return List.of();
  }

  /**
   * What an owner does by hand, once, for it to become ready, a sentence each; nothing by default.
   */
  public List<String> manualSteps() {
    return List.of();
  }

  /** How the data that it keeps come back after the cluster was lost; none by default. */
  public Optional<Recovery> recovery() {
    return Optional.empty();
  }

  /**
   * Objects whose health decides whether it is ready; when there are none, Flux waits for
   * everything it applied.
   */
  public List<HealthCheck> healthChecks() {
    return List.of();
  }

  /**
   * Lets it break a rule, for a reason that reviewers read in the cluster's {@code EXEMPTIONS.md}.
   * An exemption that is not needed is an error.
   *
   * @throws InvalidPropsException when the reason is empty
   */
  public final void exempt(Rule rule, String reason) {
    exemptions.add(Exemption.here(rule, reason));
  }

  /**
   * Lets it start after others of its cluster that it takes nothing of: an order that no reference
   * says, as that logs are kept once metrics are. Flux waits for them, also later, when one of them
   * is not ready; what happens when they are gone is not changed by it. One that is switched off is
   * not waited for.
   *
   * @throws InvalidPropsException when one is of another cluster
   */
  public final void startsAfter(Component... others) {
    for (var other : others) {
      if (other.cluster != cluster) {
        throw new InvalidPropsException(
            "%s shall start after %s, which is in another cluster: take one of its own, or no order"
                .formatted(path(), other.path()));
      }
      predecessors.add(other);
    }
  }

  /** What it starts after because the stack says so, apart from what it takes references of. */
  public final List<Component> predecessors() {
    return Collections.unmodifiableList(predecessors);
  }

  /** Rules that it breaks by its nature, and those that the stack lets it break. */
  public final List<Exemption> exemptions() {
    // Checks that run beside each other count which of them were used: all must get the same.
    synchronized (exemptions) {
      if (inherent == null) {
        inherent = List.copyOf(inherentExemptions());
      }
    }
    var all = new ArrayList<>(inherent);
    all.addAll(exemptions);
    return all;
  }

  /**
   * Rules that it breaks wherever it runs, as a network agent needs the host's network; none by
   * default. They follow its settings: one that is not needed is an error.
   */
  protected List<Exemption> inherentExemptions() {
    return List.of();
  }

  /**
   * Its objects, in the order in which they were added; the same list at each call, until they are
   * let go.
   */
  public final List<HasMetadata> objects() {
    if (objects == null) {
      var out = new Resources();
      emit(out);
      secrets.values().forEach(template -> out.add(externalSecret(template)));
      objects = Collections.unmodifiableList(out.objects());
      made = true;
    }
    return objects;
  }

  /**
   * Lets its objects go, for those who keep what they made of them; whoever asks for them again has
   * them made again.
   */
  public final void letGo() {
    objects = null;
  }

  /**
   * References that its chart's values name, by where they stand: what is written there as a mere
   * name is checked as what it is.
   */
  public final Map<String, Ref> named() {
    if (!made) {
      objects();
    }
    return Collections.unmodifiableMap(named);
  }

  /** Keeps a reference that a chart's values name. */
  final void name(String path, Ref ref) {
    named.putIfAbsent(path + " " + ref.describe(), ref);
  }

  /** cdk8s asks for the objects exactly once, here: one callback for the whole component. */
  @Override
  public final List<Object> toJson() {
    return new ArrayList<>(objects().stream().map(Json::plain).toList());
  }

  /**
   * A fact about something in this component's namespace: its kind and name, and where that stands;
   * what others rely on is added to it.
   */
  protected final ChartFact creates(String kind, String name, String source) {
    return ChartFact.of(kind, name, targetNamespace(), source);
  }

  /** Pods that its chart runs in this component's namespace, and where their template stands. */
  protected final ChartWorkload runs(String kind, String name, String source) {
    return ChartWorkload.of(kind, name, targetNamespace(), source);
  }

  /**
   * Adds the component's own objects, the same ones each time that it is asked: once, unless they
   * were let go. One thread asks it, while others ask other components: what components share, they
   * only read.
   */
  protected abstract void define(Resources out);

  /** Everything, in order; the shapes of components add theirs before {@link #define}. */
  void emit(Resources out) {
    define(out);
  }

  /** The pins of charts and images. */
  protected final Versions versions() {
    return cluster == null ? Versions.defaults() : cluster.versions();
  }

  /**
   * Annotations for a Service of this component that others may use from another cluster: those of
   * a global service when it is exported, else none.
   *
   * @see <a href="https://docs.cilium.io/en/stable/network/clustermesh/services/">Cilium global
   *     services</a>
   */
  protected final Map<String, String> meshAnnotations(ServiceRef service) {
    return cluster != null && cluster.isExported(service)
        ? Map.of("service.cilium.io/global", "true")
        : Map.of();
  }

  /**
   * A secret value as a key of a Secret in this component's namespace: a key of a Secret that is
   * there already, or of an ExternalSecret that is made for it, named {@code <id>-<item>} with the
   * item's properties as keys.
   *
   * @throws InvalidPropsException when it is a Secret of another namespace
   */
  protected final SecretKeyRef secret(SecretSource source) {
    if (source instanceof StoreKeyRef value) {
      var name = id + "-" + slug(value.item().item());
      var template = secrets.getOrDefault(name, SecretTemplate.named(name));
      if (!template.entries().containsKey(value.key())) {
        add(name, template.key(value.key(), value));
      }
      return new SecretKeyRef(SecretRef.providedBy(this, name), value.key());
    }
    var key = (SecretKeyRef) source;
    if (!key.secret().namespace().equals(targetNamespace())) {
      throw new InvalidPropsException(
          "%s is in namespace %s, but %s runs in %s: put the value into the secret store and pass its item"
              .formatted(key.describe(), key.secret().namespace(), id, targetNamespace()));
    }
    return key;
  }

  /** A Secret in this component's namespace that External Secrets puts together. */
  protected final SecretRef secret(SecretTemplate template) {
    add(template.name(), template);
    return SecretRef.providedBy(this, template.name());
  }

  private void add(String name, SecretTemplate template) {
    if (made && !secrets.containsKey(name)) {
      throw new IllegalStateException(
          "secret(…) of %s is called after its objects were made: call it in values() or define()"
              .formatted(id));
    }
    secrets.put(name, template);
  }

  private ExternalSecret externalSecret(SecretTemplate template) {
    var stores =
        template.sources().values().stream()
            .map(value -> value.item().store().name())
            .distinct()
            .toList();
    if (stores.size() != 1) {
      throw new InvalidPropsException(
          "secret %s takes values of the stores %s: take them of one"
              .formatted(template.name(), stores));
    }
    return ExternalSecret.of(
        Meta.of(template.name(), targetNamespace()),
        stores.get(0),
        template.type(),
        template.labels(),
        template.entries(),
        data(template));
  }

  private static List<ExternalSecret.Data> data(SecretTemplate template) {
    return template.sources().entrySet().stream()
        .map(
            source ->
                new ExternalSecret.Data(
                    source.getKey(),
                    new ExternalSecret.RemoteRef(
                        source.getValue().item().item(), source.getValue().key())))
        .toList();
  }

  private static String slug(String item) {
    return item.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
